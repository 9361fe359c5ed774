using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Delivery;

/// <summary>The provider refuses free text outside the customer care window.</summary>
internal sealed class OutsideWindowOutcome : IDeliveryOutcome
{
    public string Name => DeliveryOutcomes.OutsideWindow;

    public string? TestNumber => "0470";

    public string Story => "CCWIN, pushed as FAILD with error 470: outside the customer care window.";

    public IReadOnlyList<DeliveryStage> Stages(DeliveryDelays delays) =>
        [new DeliveryStage(delays.SentMs, MessageStatus.Ccwin, ProviderErrors.OutsideWindow)];
}
