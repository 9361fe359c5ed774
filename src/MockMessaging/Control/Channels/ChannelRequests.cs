using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.Seeding;
using MockMessaging.State;

namespace MockMessaging.Control;

internal static class ChannelRequests
{
    extension(ChannelRequest request)
    {
        public ConfigurationItem ToItem(string channelId)
        {
            Choice.Ensure(channelId.Split(':')[0], ChannelTypes.Known, "channelId", ErrorCatalog.Impossible);
            var type = channelId.Split(':')[0];
            ReadOnly.Ensure("channelId", request.ChannelId, channelId);
            ReadOnly.Ensure("type", request.Type, type);
            ReadOnly.Ensure("contactType", request.ContactType, WireNames.Of(ChannelTypes.ContactTypeOf(type)));
            return new ConfigurationItem
            {
                Section = ConfigurationPart.Channel,
                Id = channelId,
                Channel = new ChannelFixture { ChannelId = channelId, Name = string.IsNullOrWhiteSpace(request.Name) ? null : request.Name, Disabled = request.Disabled ?? false, Sandbox = request.Sandbox ?? false },
            };
        }
    }
}
