using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.Limits;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>How messages end.</summary>
[Tags("Outcomes")]
[Route("_sandbox/outcomes")]
internal sealed class OutcomesController(WorkspaceLimits limits) : SandboxController
{
    /// <summary>List outcomes</summary>
    /// <remarks>The test numbers - the last four digits of the receiver's phone choose how a message's story goes - and the rules of this workspace.</remarks>
    /// <param name="limit">At most so many rules, 1 to 1,000. Default 1,000.</param>
    /// <param name="after">Only rules newer than the one of this id: the <c>next</c> of an earlier answer.</param>
    /// <param name="before">Only rules older than the one of this id: the <c>next</c> of an earlier answer with the newest first.</param>
    /// <param name="order">oldest or newest first. Default oldest, in which they are asked.</param>
    [HttpGet(Name = "ListOutcomes")]
    [ProducesResponseType<OutcomeList>(StatusCodes.Status200OK)]
    public IActionResult List([FromQuery] int limit = Page.Most, [FromQuery] string? after = null, [FromQuery] string? before = null, [FromQuery] string? order = null)
    {
        var page = Page.Of(limit, after, before, order);
        return Answer(Workspace.Read(state =>
        {
            var (rules, next) = page.Of(state.Rules, "rule", rule => rule.Id);
            return new OutcomeList(OutcomeList.Known, [.. rules.Select(OutcomeRuleView.Of)], next);
        }));
    }

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

        var rule = request.ToRule(transaction.NextId().ToString(), transaction.State);
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
