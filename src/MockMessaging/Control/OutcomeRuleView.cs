using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>A rule that chooses how messages fare.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Match">Which messages it is for.</param>
/// <param name="Outcome">The story.</param>
/// <param name="ErrorCode">The provider's reason in place of the story's own.</param>
/// <param name="Times">How many messages it counts for; absent for all.</param>
/// <param name="Used">How many it has counted for.</param>
public sealed record OutcomeRuleView(string Id, OutcomeMatchRequest Match, string Outcome, string? ErrorCode, int? Times, int Used)
{
    internal static OutcomeRuleView Of(OutcomeRule rule) => new(
        rule.Id,
        new OutcomeMatchRequest
        {
            ContactId = rule.Match.ContactId,
            ChannelId = rule.Match.ChannelId,
            TemplateCode = rule.Match.TemplateCode,
            Text = rule.Match.Text,
            Type = rule.Match.Type,
        },
        rule.Outcome,
        rule.Error?.Code,
        rule.Times,
        rule.Used);
}
