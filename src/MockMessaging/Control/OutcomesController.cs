using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>How messages end.</summary>
[Tags("Outcomes")]
[Route("_sandbox/outcomes")]
internal sealed class OutcomesController(WorkspaceLimits limits) : SandboxController
{
    /// <summary>List outcomes</summary>
    /// <remarks>The test numbers - the last four digits of the receiver's phone choose how a message's story goes - and the rules of this workspace.</remarks>
    [HttpGet(Name = "ListOutcomes")]
    [ProducesResponseType<OutcomeList>(StatusCodes.Status200OK)]
    public IActionResult List() => Answer(Workspace.Read(state => new OutcomeList(OutcomeList.Known, [.. state.Rules.Select(OutcomeRuleView.Of)])));

    /// <summary>Choose an outcome</summary>
    /// <remarks>Adds a rule: the next messages that match it fare as it says, whatever their phone ends with and whatever the care window would do.</remarks>
    /// <param name="request">The rule.</param>
    [HttpPost(Name = "AddOutcomeRule")]
    [ProducesResponseType<OutcomeRuleView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Add([FromBody] OutcomeRuleRequest request) => Answer(await Acting.ExecuteAsync(transaction =>
    {
        if (transaction.State.Rules.Count >= limits.RulesKept)
        {
            throw ErrorCatalog.Conflict("outcomes", $"The workspace holds {limits.RulesKept} rules (Limits:RulesKept); DELETE /_sandbox/outcomes removes them.");
        }

        var rule = request.ToRule(transaction.NextId().ToString());
        transaction.State.Rules.Add(rule);
        transaction.Save(rule);
        return OutcomeRuleView.Of(rule);
    }).ConfigureAwait(false));

    /// <summary>Remove all rules</summary>
    /// <remarks>Messages fare by their phone's last digits again.</remarks>
    [HttpDelete(Name = "ClearOutcomeRules")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Clear() => RemoveAsync(_ => true);

    /// <summary>Remove a rule</summary>
    /// <remarks>It no longer counts for new messages; those sent before keep their story.</remarks>
    /// <param name="id">Its id.</param>
    [HttpDelete("{id}", Name = "RemoveOutcomeRule")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Remove([FromRoute] string id) => Workspace.Read(state => state.Rules.Any(rule => rule.Id == id))
        ? RemoveAsync(rule => rule.Id == id)
        : throw ErrorCatalog.Unknown("rule", id, "GET /_sandbox/outcomes");

    private async Task<IActionResult> RemoveAsync(Predicate<OutcomeRule> which)
    {
        await Acting.ExecuteAsync(transaction =>
        {
            transaction.RemoveAll(transaction.State.Rules, which);
            return true;
        }).ConfigureAwait(false);
        return new NoContentResult();
    }
}
