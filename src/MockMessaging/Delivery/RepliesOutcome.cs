using MockMessaging.State;

namespace MockMessaging.Delivery;

/// <summary>The customer reads and answers.</summary>
internal sealed class RepliesOutcome : IDeliveryOutcome
{
    public string Name => DeliveryOutcomes.Replies;

    public string? TestNumber => "0006";

    public string Story => "SENT, DLVRD, READ, then the customer answers with a text.";

    public IReadOnlyList<DeliveryStage> Stages(DeliveryDelays delays) =>
        [.. new ReadOutcome().Stages(delays), new DeliveryStage(delays.ReplyMs, null, Reply: ReplyKind.Text)];
}
