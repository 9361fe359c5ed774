using MockMessaging.Delivery;

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
