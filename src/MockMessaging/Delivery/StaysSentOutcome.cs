using MockMessaging.State;
using static MockMessaging.Delivery.UsualStages;

namespace MockMessaging.Delivery;

/// <summary>The provider accepts the message and never reports again.</summary>
internal sealed class StaysSentOutcome : IDeliveryOutcome
{
    public string Name => DeliveryOutcomes.StaysSent;

    public string? TestNumber => "0001";

    public string Story => "SENT, then nothing more.";

    public IReadOnlyList<DeliveryStage> Stages(DeliveryDelays delays) =>
        [Sent(delays)];
}
