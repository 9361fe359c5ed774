using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Delivery;

/// <summary>The contact or the account is blocked.</summary>
internal sealed class BlockedOutcome : IDeliveryOutcome
{
    public string Name => DeliveryOutcomes.Blocked;

    public string? TestNumber => "0004";

    public string Story => "BLCKD, pushed as FAILD with error 131031.";

    public IReadOnlyList<DeliveryStage> Stages(DeliveryDelays delays) =>
        [new DeliveryStage(delays.SentMs, MessageStatus.Blckd, ProviderErrors.Blocked)];
}
