using Microsoft.AspNetCore.Mvc;
using MockMessaging.Contract;
using MockMessaging.Delivery;

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

internal static class ProviderRuleViews
{
    extension(ProviderRuleView)
    {
        public static ProviderRuleView Of(ProviderRule rule) =>
            new(rule.Name, WireNames.Of(rule.Channel), rule.Checks, rule.Limit, rule.Reason?.Code, rule.Reason?.Title, rule.Source);
    }
}
