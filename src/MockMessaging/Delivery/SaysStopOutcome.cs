using MockMessaging.State;

namespace MockMessaging.Delivery;

/// <summary>The customer wants no more messages.</summary>
internal sealed class SaysStopOutcome : IDeliveryOutcome
{
    public string Name => DeliveryOutcomes.SaysStop;

    public string? TestNumber => "0011";

    public string Story => "SENT, DLVRD, READ, then the customer answers STOP.";

    public IReadOnlyList<DeliveryStage> Stages(DeliveryDelays delays) =>
        [.. new ReadOutcome().Stages(delays), new DeliveryStage(delays.ReplyMs, null, Reply: ReplyKind.Stop)];
}
