using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Delivery;

/// <summary>The sending quota is used up.</summary>
internal sealed class LimitReachedOutcome : IDeliveryOutcome
{
    public string Name => DeliveryOutcomes.LimitReached;

    public string? TestNumber => "0471";

    public string Story => "LIMIT, pushed as FAILD with error 471.";

    public IReadOnlyList<DeliveryStage> Stages(DeliveryDelays delays) =>
        [new DeliveryStage(delays.SentMs, MessageStatus.Limit, ProviderErrors.LimitReached)];
}
