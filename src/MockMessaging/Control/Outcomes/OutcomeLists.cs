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
            rule.Error is { } error ? new ErrorRequest { Code = error.Code, Title = error.Title, Details = error.Details, Href = error.Href } : null,
            rule.Error?.Code,
            DelaysRequest.Of(rule.Delays),
            rule.Times,
            rule.Used,
            rule.Times is { } times ? Math.Max(0, times - rule.Used) : null);
    }
}
