using MockMessaging.State;

namespace MockMessaging.Delivery;

/// <summary>The customer presses the first button that answers.</summary>
internal sealed class PressesButtonOutcome : IDeliveryOutcome
{
    public string Name => DeliveryOutcomes.PressesButton;

    public string? TestNumber => "0009";

    public string Story => "SENT, DLVRD, READ, then the customer presses the first QUICK_REPLY button, or answers with a text where there is none.";

    public IReadOnlyList<DeliveryStage> Stages(DeliveryDelays delays) =>
        [.. new ReadOutcome().Stages(delays), new DeliveryStage(delays.ReplyMs, null, Reply: ReplyKind.FirstButton)];
}
