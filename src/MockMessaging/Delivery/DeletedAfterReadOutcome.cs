using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Delivery;

/// <summary>The message is deleted after it was read.</summary>
internal sealed class DeletedAfterReadOutcome : IDeliveryOutcome
{
    public string Name => DeliveryOutcomes.DeletedAfterRead;

    public string? TestNumber => "0008";

    public string Story => "SENT, DLVRD, READ, then DELTD: the text is emptied.";

    public IReadOnlyList<DeliveryStage> Stages(DeliveryDelays delays) =>
        [.. new ReadOutcome().Stages(delays), new DeliveryStage(delays.ReplyMs, MessageStatus.Deltd)];
}
