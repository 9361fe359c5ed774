using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.Limits;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>Failures on purpose.</summary>
[Tags("Faults")]
[Route("_sandbox/faults")]
internal sealed class FaultsController(WorkspaceLimits limits, ApiRoutes routes) : SandboxController
{
    /// <summary>List faults</summary>
    /// <remarks>Each as it was made, with how often it struck and will strike.</remarks>
    /// <param name="limit">At most so many, 1 to 1,000. Default 1,000.</param>
    /// <param name="after">Only those newer than the one of this id: the <c>next</c> of an earlier answer.</param>
    /// <param name="before">Only those older than the one of this id: the <c>next</c> of an earlier answer with the newest first.</param>
    /// <param name="order">oldest or newest first. Default oldest, in which they are asked.</param>
    [HttpGet(Name = "ListFaults")]
    [ProducesResponseType<FaultList>(StatusCodes.Status200OK)]
    public IActionResult List([FromQuery] int limit = Page.Most, [FromQuery] string? after = null, [FromQuery] string? before = null, [FromQuery] string? order = null)
    {
        var page = Page.Of(limit, after, before, order);
        return Answer(Workspace.Read(state =>
        {
            var (faults, next) = page.Of(state.Faults, "fault", fault => fault.Id);
            return new FaultList([.. faults.Select(fault => FaultView.Of(fault, Workspace.Clock.NowMs))], next);
        }));
    }

    /// <summary>Make something go wrong</summary>
    /// <remarks>
    /// On calls: answer a status, cut the connection, break the answer off, be slow. On pushes: send them twice, out of order, before the
    /// answer that caused them, late, broken, or not at all. Answers so spoilt carry the header X-Sandbox-Fault.
    /// </remarks>
    /// <param name="request">What, when and how often.</param>
    [HttpPost(Name = "AddFault")]
    [ProducesResponseType<FaultView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Add([FromBody] FaultRequest request) => Answer(await Acting.ExecuteAsync(transaction =>
    {
        if (transaction.State.Faults.Count >= limits.RulesKept)
        {
            throw ErrorCatalog.Conflict("faults", $"The workspace holds {limits.RulesKept} faults (Limits:RulesKept); DELETE /_sandbox/faults removes them.");
        }

        var fault = request.ToFault(transaction.NextId().ToString(), transaction.Now, routes);
        transaction.State.Faults.Add(fault);
        transaction.Save(fault);
        return FaultView.Of(fault, transaction.Now);
    }).ConfigureAwait(false));

    /// <summary>Remove all faults</summary>
    /// <remarks>Everything works again.</remarks>
    [HttpDelete(Name = "ClearFaults")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Clear() => RemoveAsync(_ => true);

    /// <summary>Remove a fault</summary>
    /// <remarks>By id or by name.</remarks>
    /// <param name="id">Its id or its name.</param>
    [HttpDelete("{id}", Name = "RemoveFault")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Remove([FromRoute] string id) => Workspace.Read(state => state.Faults.Any(fault => fault.Id == id || fault.Name == id))
        ? RemoveAsync(fault => fault.Id == id || fault.Name == id)
        : throw ErrorCatalog.Unknown("fault", id, "GET /_sandbox/faults");

    private async Task<IActionResult> RemoveAsync(Predicate<Fault> which)
    {
        await Acting.ExecuteAsync(transaction =>
        {
            transaction.RemoveAll(transaction.State.Faults, which);
            return true;
        }).ConfigureAwait(false);
        return new NoContentResult();
    }
}
