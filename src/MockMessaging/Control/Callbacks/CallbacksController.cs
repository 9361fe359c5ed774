using System.Text.Json.Nodes;
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

/// <summary>A request to a callback route.</summary>
/// <param name="Id">Id of the callback.</param>
/// <param name="Path">Path of the route.</param>
/// <param name="At">When it arrived, by the workspace's clock.</param>
/// <param name="Body">Body of the request.</param>
internal sealed record CallbackView(string Id, string Path, DateTimeOffset At, JsonNode? Body);

/// <summary>Requests to the two callback routes, oldest first unless `order` is newest.</summary>
/// <param name="Callbacks">The stored ones.</param>
/// <param name="Evicted">How many older ones are no longer stored (Limits:CallbacksKept).</param>
/// <param name="Next">Send it as `after` (or as `before` with `order=newest`) to get the next page; absent on the last page.</param>
internal sealed record CallbackList(IReadOnlyList<CallbackView> Callbacks, long Evicted, string? Next);
