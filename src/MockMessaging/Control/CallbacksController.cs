using Microsoft.AspNetCore.Mvc;

namespace MockMessaging.Control;

/// <summary>What came in on the callback routes.</summary>
[Tags("Callbacks")]
[Route("_sandbox/callbacks")]
internal sealed class CallbacksController : SandboxController
{
    /// <summary>List callbacks</summary>
    /// <remarks>What was posted to message/receive and contact/info of this server. Only calls that send this `x-api-key` are kept; those without a key are answered and not kept, so send your key along to see them here.</remarks>
    [HttpGet(Name = "ListCallbacks")]
    [ProducesResponseType<CallbackList>(StatusCodes.Status200OK)]
    public IActionResult List() => Answer(Workspace.Read(state => new CallbackList(
        [.. state.Callbacks.Items.Select(call => new CallbackView(call.Id, call.Path, DateTimeOffset.FromUnixTimeMilliseconds(call.At), call.Body?.DeepClone()))],
        state.Callbacks.Evicted)));
}
