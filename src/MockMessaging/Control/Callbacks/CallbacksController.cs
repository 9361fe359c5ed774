using Microsoft.AspNetCore.Mvc;

namespace MockMessaging.Control;

[Tags("Callbacks")]
[Route("_sandbox/callbacks")]
internal sealed class CallbacksController : SandboxController
{
    /// <summary>List callbacks</summary>
    /// <remarks>
    /// Requests to this server's own routes message/receive and contact/info. Only requests with this `x-api-key` are stored; a request without
    /// a key is accepted and not stored.
    /// </remarks>
    [HttpGet(Name = "ListCallbacks")]
    [ProducesResponseType<CallbackList>(StatusCodes.Status200OK)]
    public IActionResult List([FromQuery] int limit = Page.Most, [FromQuery] string? after = null, [FromQuery] string? before = null, [FromQuery] string? order = null)
    {
        var page = Page.Of(limit, after, before, order);
        return Answer(Workspace.Read(state =>
        {
            var (calls, next) = page.OfPlaces([.. state.Callbacks.Items], state.Callbacks.Evicted, _ => true);
            return new CallbackList([.. calls.Select(call => new CallbackView(call.Id, call.Path, Instants.Of(call.At), call.Body?.DeepClone()))], state.Callbacks.Evicted, next);
        }));
    }
}
