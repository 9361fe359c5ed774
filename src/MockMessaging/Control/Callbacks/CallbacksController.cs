using Microsoft.AspNetCore.Mvc;

namespace MockMessaging.Control;

/// <summary>What came in on the callback routes.</summary>
[Tags("Callbacks")]
[Route("_sandbox/callbacks")]
internal sealed class CallbacksController : SandboxController
{
    /// <summary>List callbacks</summary>
    /// <remarks>What was posted to message/receive and contact/info of this server. Only calls that send this `x-api-key` are kept; those without a key are answered and not kept, so send your key along to see them here.</remarks>
    /// <param name="limit">At most so many, 1 to 1,000. Default 1,000.</param>
    /// <param name="after">Only those newer than this place: the <c>next</c> of an earlier answer.</param>
    /// <param name="before">Only those older than this place: the <c>next</c> of an earlier answer with the newest first.</param>
    /// <param name="order">oldest or newest first. Default oldest.</param>
    [HttpGet(Name = "ListCallbacks")]
    [ProducesResponseType<CallbackList>(StatusCodes.Status200OK)]
    public IActionResult List([FromQuery] int limit = Page.Most, [FromQuery] string? after = null, [FromQuery] string? before = null, [FromQuery] string? order = null)
    {
        var page = Page.Of(limit, after, before, order);
        return Answer(Workspace.Read(state =>
        {
            var (calls, next) = page.OfPlaces([.. state.Callbacks.Items], state.Callbacks.Evicted, _ => true);
            return new CallbackList(
                [.. calls.Select(call => new CallbackView(call.Id, call.Path, DateTimeOffset.FromUnixTimeMilliseconds(call.At), call.Body?.DeepClone()))], state.Callbacks.Evicted, next);
        }));
    }
}
