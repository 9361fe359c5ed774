using MockMessaging.Contract;
using MockMessaging.State;
using static MockMessaging.Delivery.UsualStages;

namespace MockMessaging.Delivery;

/// <summary>The message takes an hour to arrive.</summary>
internal sealed class DeliveredLateOutcome : IDeliveryOutcome
{
    private const long HourMs = 3_600_000;

    public string Name => DeliveryOutcomes.DeliveredLate;

    public string? TestNumber => "0007";

    public string Story => "SENT, then DLVRD an hour later than usual, then READ.";

    public IReadOnlyList<DeliveryStage> Stages(DeliveryDelays delays) =>
        [Sent(delays), new DeliveryStage(delays.DeliveredMs + HourMs, MessageStatus.Dlvrd), new DeliveryStage(delays.ReadMs + HourMs, MessageStatus.Read)];
}
