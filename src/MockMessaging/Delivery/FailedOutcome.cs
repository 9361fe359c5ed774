using MockMessaging.Contract;
using MockMessaging.State;
using static MockMessaging.Delivery.UsualStages;

namespace MockMessaging.Delivery;

/// <summary>The provider gives up on the message.</summary>
internal sealed class FailedOutcome : IDeliveryOutcome
{
    public string Name => DeliveryOutcomes.Failed;

    public string? TestNumber => "0003";

    public string Story => "SENT, then FAILD with error 131026.";

    public IReadOnlyList<DeliveryStage> Stages(DeliveryDelays delays) =>
        [Sent(delays), new DeliveryStage(delays.DeliveredMs, MessageStatus.Faild, ProviderErrors.Undeliverable)];
}
