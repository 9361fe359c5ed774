using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Delivery;

/// <summary>The first stages that most outcomes share.</summary>
internal static class UsualStages
{
    public static DeliveryStage Sent(DeliveryDelays delays) => new(delays.SentMs, MessageStatus.Sent);

    public static DeliveryStage Delivered(DeliveryDelays delays) => new(delays.DeliveredMs, MessageStatus.Dlvrd);
}
