using MockMessaging.Delivery;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>All outcomes a message can have, and the rules that choose among them.</summary>
/// <param name="Outcomes">Each with the phone ending that brings it about.</param>
/// <param name="Rules">The workspace's own rules; the first that fits counts, before any phone ending.</param>
/// <param name="Next">Send it as <c>after</c>, or as <c>before</c> with the newest first, to go on; absent where nothing more is left.</param>
public sealed record OutcomeList(IReadOnlyList<OutcomeView> Outcomes, IReadOnlyList<OutcomeRuleView> Rules, string? Next)
{
    internal static IReadOnlyList<OutcomeView> Known { get; } =
        [.. DeliveryOutcomes.All.Select(outcome => new OutcomeView(outcome.Name, outcome.TestNumber, outcome.Description))];
}

/// <summary>One way a message's story can go.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="PhoneEndsWith">The last four digits that bring it about; absent for the usual story.</param>
/// <param name="Story">What a client sees.</param>
public sealed record OutcomeView(string Name, string? PhoneEndsWith, string Story);

/// <summary>A rule that chooses how messages fare. Match, outcome, error, delays and times can be posted again as they are.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Match">Which messages it is for.</param>
/// <param name="Outcome">The story.</param>
/// <param name="Error">The provider's reason in place of the story's own.</param>
/// <param name="ErrorCode">The code of that reason.</param>
/// <param name="Delays">How fast the story goes, as far as the rule says.</param>
/// <param name="Times">How many messages it counts for; absent for all.</param>
/// <param name="Used">How many it has counted for.</param>
/// <param name="Left">How many it still counts for; absent where that has no end.</param>
public sealed record OutcomeRuleView(
    string Id, OutcomeMatchRequest Match, string Outcome, ErrorRequest? Error, string? ErrorCode, DelaysRequest? Delays, int? Times, int Used, int? Left)
{
    internal static OutcomeRuleView Of(OutcomeRule rule) => new(
        rule.Id,
        OutcomeMatchRequest.Of(rule.Match),
        rule.Outcome,
        rule.Error is { } error ? new ErrorRequest { Code = error.Code, Title = error.Title, Details = error.Details, Href = error.Href } : null,
        rule.Error?.Code,
        DelaysRequest.Of(rule.Delays),
        rule.Times,
        rule.Used,
        rule.Times is { } times ? Math.Max(0, times - rule.Used) : null);
}
