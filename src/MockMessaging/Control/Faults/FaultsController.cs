using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.State;
using MockMessaging.Webhooks;

namespace MockMessaging.Control;

[Tags("Faults")]
[Route("_sandbox/faults")]
internal sealed class FaultsController(ApiRoutes routes, WebhooksOptions webhooks) : SandboxController
{
    /// <summary>List faults</summary>
    /// <remarks>All faults of the workspace, with how often each hit and will still hit.</remarks>
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

    /// <summary>Add a fault</summary>
    /// <remarks>
    /// Makes requests or pushes fail on purpose. Requests: respond with an error, close the connection, cut the response, or be slow. Pushes: send them twice,
    /// out of order, before the response that caused them, late, cut, or not at all. A response changed by a fault has the header X-Sandbox-Fault.
    /// </remarks>
    [HttpPost(Name = "AddFault")]
    [ProducesResponseType<FaultView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Add([FromBody] FaultRequest request) =>
        Answer(await Acting.ExecuteAsync(transaction => FaultView.Of(Add(transaction, request, routes, webhooks), transaction.Now)).ConfigureAwait(false));

    /// <exception cref="ApiException">There are too many faults, or this one makes no sense.</exception>
    internal static Fault Add(WorkspaceTransaction transaction, FaultRequest request, ApiRoutes routes, WebhooksOptions webhooks)
    {
        var (state, most) = (transaction.State, transaction.State.Limits.RulesKept);
        if (state.Faults.Count >= most)
        {
            throw ErrorCatalog.Conflict("faults", $"The workspace already has {most} faults (Limits:RulesKept); DELETE /_sandbox/faults removes them.");
        }

        var fault = request.ToFault(transaction.NextId().ToString(), transaction.Now, routes);
        if (fault.Effect.WrongSignature && webhooks.SecretOf(state.SigningSecret) is null)
        {
            throw ErrorCatalog.Impossible("effect.wrongSignature", "effect.wrongSignature: pushes of this workspace have no signature; set signingSecret with PATCH /_sandbox/workspace first.");
        }

        state.Faults.Add(fault);
        transaction.Save(fault);
        transaction.AddEvent(WorkspaceEventKind.Faults);
        return fault;
    }

    /// <summary>Pause or resume a fault</summary>
    /// <remarks>While it is paused it hits nothing and counts nothing; its end by `ttl` stays. Resumed, it goes on where it was.</remarks>
    /// <param name="id">Its id or its name. If several have the name, all are changed, and the first is returned.</param>
    /// <param name="change">Whether to pause it.</param>
    [HttpPatch("{id}", Name = "ChangeFault")]
    [ProducesResponseType<FaultView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Change([FromRoute] string id, [FromBody] FaultChange change)
    {
        var paused = change.Paused ?? throw ErrorCatalog.Impossible("paused", "paused is missing: true pauses the fault, false resumes it.");
        return Answer(await Acting.ExecuteAsync(transaction =>
        {
            var found = transaction.State.Faults.FindAll(fault => IsMeant(fault, id));
            if (found.Count == 0)
            {
                throw ErrorCatalog.Unknown("fault", id, "GET /_sandbox/faults");
            }

            foreach (var fault in found)
            {
                fault.IsPaused = paused;
                transaction.Save(fault);
            }

            transaction.AddEvent(WorkspaceEventKind.Faults);
            return FaultView.Of(found[0], transaction.Now);
        }).ConfigureAwait(false));
    }

    /// <summary>Remove all faults</summary>
    /// <remarks>Requests and pushes work normally again.</remarks>
    [HttpDelete(Name = "ClearFaults")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Clear() => RemoveAsync(WorkspaceEventKind.Faults, state => state.Faults, _ => true);

    /// <summary>Remove a fault</summary>
    /// <remarks>Removes the fault with this id, or all faults with this name.</remarks>
    /// <param name="id">Id or name of the fault.</param>
    [HttpDelete("{id}", Name = "RemoveFault")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Remove([FromRoute] string id) =>
        RemoveAsync(WorkspaceEventKind.Faults, state => state.Faults, fault => IsMeant(fault, id), ErrorCatalog.Unknown("fault", id, "GET /_sandbox/faults"));

    private static bool IsMeant(Fault fault, string idOrName) => fault.Id == idOrName || fault.Name == idOrName;
}
