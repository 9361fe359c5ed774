using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>Failures on purpose.</summary>
[Tags("Faults")]
[Route("_sandbox/faults")]
internal sealed class FaultsController(WorkspaceLimits limits) : SandboxController
{
    /// <summary>List faults</summary>
    /// <remarks>Each with how often it struck and will strike.</remarks>
    [HttpGet(Name = "ListFaults")]
    [ProducesResponseType<FaultList>(StatusCodes.Status200OK)]
    public IActionResult List() => Answer(Workspace.Read(state => new FaultList([.. state.Faults.Select(fault => FaultView.Of(fault, Workspace.Clock.NowMs))])));

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

        var fault = request.ToFault(transaction.NextId().ToString(), transaction.Now);
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
