using MockMessaging.Delivery;

namespace MockMessaging.Control;

/// <summary>All outcomes a message can have.</summary>
/// <param name="Outcomes">Each with the phone ending that brings it about.</param>
public sealed record OutcomeList(IReadOnlyList<OutcomeView> Outcomes)
{
    internal static OutcomeList All { get; } =
        new([.. DeliveryOutcomes.All.Select(outcome => new OutcomeView(outcome.Name, outcome.TestNumber, outcome.Story))]);
}
