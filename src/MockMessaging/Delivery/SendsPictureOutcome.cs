using MockMessaging.State;

namespace MockMessaging.Delivery;

/// <summary>The customer answers with a picture.</summary>
internal sealed class SendsPictureOutcome : IDeliveryOutcome
{
    public string Name => DeliveryOutcomes.SendsPicture;

    public string? TestNumber => "0010";

    public string Story => "SENT, DLVRD, READ, then the customer sends a picture.";

    public IReadOnlyList<DeliveryStage> Stages(DeliveryDelays delays) =>
        [.. new ReadOutcome().Stages(delays), new DeliveryStage(delays.ReplyMs, null, Reply: ReplyKind.Picture)];
}
