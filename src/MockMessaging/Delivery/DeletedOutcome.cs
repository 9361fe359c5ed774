using MockMessaging.Contract;
using MockMessaging.State;
using static MockMessaging.Delivery.UsualStages;

namespace MockMessaging.Delivery;

/// <summary>The message is deleted after it arrived.</summary>
internal sealed class DeletedOutcome : IDeliveryOutcome
{
    public string Name => DeliveryOutcomes.Deleted;

    public string? TestNumber => "0005";

    public string Story => "SENT, DLVRD, then DELTD: the text is emptied.";

    public IReadOnlyList<DeliveryStage> Stages(DeliveryDelays delays) =>
        [Sent(delays), Delivered(delays), new DeliveryStage(delays.ReadMs, MessageStatus.Deltd)];
}
