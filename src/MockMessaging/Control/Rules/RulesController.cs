using Microsoft.AspNetCore.Mvc;
using MockMessaging.Contract;
using MockMessaging.Delivery;
using MockMessaging.Fidelity;

namespace MockMessaging.Control;

[Tags("Rules")]
[Route("_sandbox/rules")]
internal sealed class RulesController : SandboxController
{
    private static readonly IReadOnlyList<ProviderRuleView> All = [.. ProviderRules.All.Select(ProviderRuleView.Of)];

    /// <summary>List provider rules</summary>
    /// <remarks>
    /// What providers refuse although the vendor's API accepts it, and what this workspace does about it: `off`, `warn` (the response header
    /// `X-Sandbox-Warnings` of message/send names it) or `enforce` (the message also becomes FAILD). `PATCH /_sandbox/workspace` sets that.
    /// </remarks>
    [HttpGet(Name = "ListProviderRules")]
    [ProducesResponseType<ProviderRuleList>(StatusCodes.Status200OK)]
    public IActionResult List() => Answer(new ProviderRuleList(Workspace.Read(state => state.RulesMode), All));
}

/// <summary>The rules of providers.</summary>
/// <param name="Mode">off, warn or enforce: what happens to a message that breaks a rule.</param>
/// <param name="Rules">All rules. If a message breaks several, the first is the reason of its failure.</param>
public sealed record ProviderRuleList(RulesMode Mode, IReadOnlyList<ProviderRuleView> Rules);

/// <summary>Something that a provider refuses although the vendor's API accepts it.</summary>
/// <param name="Name">Name of the rule; one for each type of channel may have it.</param>
/// <param name="ContactType">The type of channel: WHATSAPP, SMS, EMAIL …</param>
/// <param name="Checks">What must be true, or what is counted.</param>
/// <param name="Limit">How many are allowed; absent if nothing is counted.</param>
/// <param name="Code">The provider's error code, as in the push of the failed message; absent if the rule only warns.</param>
/// <param name="Title">The provider's title of the error; absent if the rule only warns.</param>
/// <param name="Source">Where the provider documents it.</param>
public sealed record ProviderRuleView(string Name, string ContactType, string Checks, int? Limit, string? Code, string? Title, string? Source)
{
    internal static ProviderRuleView Of(ProviderRule rule) =>
        new(rule.Name, WireNames.Of(rule.Channel), rule.Checks, rule.Limit, rule.Reason?.Code, rule.Reason?.Title, rule.Reason?.Href);
}
