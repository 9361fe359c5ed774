using MockMessaging.Contract;
using MockMessaging.Workspaces;

namespace MockMessaging.Delivery;

/// <summary>The first stages that most outcomes share.</summary>
internal static class UsualStages
{
    public static DeliveryStage Sent(DeliveryOptions delays) => new(delays.SentDelayMilliseconds, MessageStatus.Sent);

    public static DeliveryStage Delivered(DeliveryOptions delays) => new(delays.DeliveredDelayMilliseconds, MessageStatus.Dlvrd);
}
