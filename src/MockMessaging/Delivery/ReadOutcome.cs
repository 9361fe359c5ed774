using MockMessaging.Contract;
using MockMessaging.State;
using static MockMessaging.Delivery.UsualStages;

namespace MockMessaging.Delivery;

/// <summary>The usual story: sent, delivered, read.</summary>
internal sealed class ReadOutcome : IDeliveryOutcome
{
    public string Name => DeliveryOutcomes.Read;

    public string? TestNumber => null;

    public string Story => "SENT, DLVRD, READ; the customer never answers.";

    public IReadOnlyList<DeliveryStage> Stages(DeliveryDelays delays) =>
        [Sent(delays), Delivered(delays), new DeliveryStage(delays.ReadMs, MessageStatus.Read)];
}
