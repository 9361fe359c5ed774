using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.Control;

[Tags("Outcomes")]
[Route("_sandbox/outcomes")]
internal sealed class OutcomesController : SandboxController
{
    /// <summary>List outcomes</summary>
    /// <remarks>All outcomes a message can have, with their test numbers (the last four digits of the receiver's phone), and the rules of this workspace.</remarks>
    [HttpGet(Name = "ListOutcomes")]
    [ProducesResponseType<OutcomeList>(StatusCodes.Status200OK)]
    public IActionResult List([FromQuery] int limit = Page.Most, [FromQuery] string? after = null, [FromQuery] string? before = null, [FromQuery] string? order = null)
    {
        var page = Page.Of(limit, after, before, order);
        return Answer(Workspace.Read(state =>
        {
            var (rules, next) = page.Of(state.Rules, "rule", rule => rule.Id);
            return new OutcomeList(OutcomeLists.Known, [.. rules.Select(OutcomeRuleView.Of)], next);
        }));
    }

    /// <summary>Add an outcome rule</summary>
    /// <remarks>Chooses the outcome of the next messages that match. A rule has priority over the phone's last digits and over the care window.</remarks>
    [HttpPost(Name = "AddOutcomeRule")]
    [ProducesResponseType<OutcomeRuleView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Add([FromBody] OutcomeRuleRequest request) =>
        Answer(await Acting.ExecuteAsync(transaction => OutcomeRuleView.Of(OutcomeReactions.Add(transaction, request))).ConfigureAwait(false));

    /// <summary>Remove all rules</summary>
    /// <remarks>The phone's last digits choose the outcome again.</remarks>
    [HttpDelete(Name = "ClearOutcomeRules")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Clear() => RemoveAsync(WorkspaceEventKind.Outcomes, state => state.Rules, _ => true);

    /// <summary>Remove a rule</summary>
    /// <remarks>The rule no longer applies to new messages; messages sent before keep their outcome.</remarks>
    /// <param name="id">Id of the rule.</param>
    [HttpDelete("{id}", Name = "RemoveOutcomeRule")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Remove([FromRoute] string id) =>
        RemoveAsync(WorkspaceEventKind.Outcomes, state => state.Rules, rule => rule.Id == id, ErrorCatalog.Unknown("rule", id, "GET /_sandbox/outcomes"));
}
