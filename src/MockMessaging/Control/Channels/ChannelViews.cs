using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Control;

internal static class ChannelViews
{
    extension(ChannelView)
    {
        public static ChannelView Of(Channel channel) => new(channel.ChannelId, channel.Name, channel.ChannelType, WireNames.Of(channel.ContactType), channel.Disabled, channel.Sandbox);
    }
}
