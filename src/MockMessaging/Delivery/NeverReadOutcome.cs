using MockMessaging.State;
using static MockMessaging.Delivery.UsualStages;

namespace MockMessaging.Delivery;

/// <summary>The message arrives and is never opened.</summary>
internal sealed class NeverReadOutcome : IDeliveryOutcome
{
    public string Name => DeliveryOutcomes.NeverRead;

    public string? TestNumber => "0002";

    public string Story => "SENT, DLVRD, never READ.";

    public IReadOnlyList<DeliveryStage> Stages(DeliveryDelays delays) =>
        [Sent(delays), Delivered(delays)];
}
