using MockMessaging.Delivery;
using MockMessaging.State;

namespace MockMessaging.Control;

internal static class OutcomeLists
{
    public static IReadOnlyList<OutcomeView> Known { get; } =
        [.. DeliveryOutcomes.All.Select(outcome => new OutcomeView(outcome.Name, outcome.TestNumber, outcome.Description))];
}

internal static class OutcomeRuleViews
{
    extension(OutcomeRuleView)
    {
        public static OutcomeRuleView Of(OutcomeRule rule) => new(
            rule.Id,
            OutcomeMatchRequest.Of(rule.Match),
            rule.Outcome,
            ErrorOf(rule.Error),
            rule.Error?.Code,
            DelaysRequest.Of(rule.Delays),
            rule.Times,
            rule.Used,
            rule.Times is { } times ? (int)Math.Max(0, ((long)times * (rule.Turns?.Count ?? 1)) - rule.Used) : null,
            OutcomeReactions.Of(rule.Reply).Says,
            OutcomeReactions.Of(rule.Reply).Presses,
            OutcomeReactions.Of(rule.Reply).Sends,
            rule.Turns?.Select(TurnOf).ToList(),
            rule.Turns is { } turns && !rule.IsUsedUp ? (rule.Used % turns.Count) + 1 : null);
    }

    private static OutcomeTurnRequest TurnOf(OutcomeTurn turn)
    {
        var (says, presses, sends) = OutcomeReactions.Of(turn.Reply);
        return new OutcomeTurnRequest
        {
            When = turn.When is null ? null : OutcomeMatchRequest.Of(turn.When),
            Outcome = turn.Outcome,
            Error = ErrorOf(turn.Error),
            Delays = DelaysRequest.Of(turn.Delays),
            Says = says,
            Presses = presses,
            Sends = sends,
        };
    }

    private static ErrorRequest? ErrorOf(ReportError? error) =>
        error is null ? null : new ErrorRequest { Code = error.Code, Title = error.Title, Details = error.Details, Href = error.Href };
}
