using MockMessaging.Contract;

namespace MockMessaging.State;

/// <summary>Whether an item fits the others of its workspace.</summary>
internal static class ConfigurationFit
{
    /// <exception cref="RecordException">It contradicts another one.</exception>
    public static void Check(ConfigurationItem item, WorkspaceState state)
    {
        var configuration = state.Configuration;
        if (item.IsRemoved)
        {
            Ensure(
                item.Section != ConfigurationPart.App || item.Id != configuration.DefaultApp.Id, "id",
                "it is the app of the workspace's key, which every workspace needs; change it with PUT instead.");
        }
        else if (item.Channel is { } channel)
        {
            Channel(State.Channel.Of(channel), state);
        }
        else if (item.Template is { } template)
        {
            foreach (var other in configuration.Templates.Where(other => other.Id != item.Id))
            {
                Ensure(other.Name != template.Name, "name", $"template '{other.Id}' has the name '{template.Name}'; choose another one.");
                Ensure(
                    other.Code != template.Code || !string.Equals(other.Lang, template.Lang, StringComparison.OrdinalIgnoreCase), "code",
                    $"template '{other.Id}' has this code and language; replace that one, or remove it first.");
            }
        }
        else if (item.App is { } app)
        {
            string[] words = [app.Id, app.Queue, app.KeyName];
            foreach (var other in configuration.Apps.Where(other => other.Id != item.Id))
            {
                var field = words.Contains(other.Id) || words.Contains(other.Queue) ? "queue" : "keyName";
                Ensure(
                    !words.Contains(other.Id) && !words.Contains(other.Queue) && !words.Contains(other.KeyName), field,
                    $"client app '{other.Id}' has the queue '{other.Queue}' and the name '{other.KeyName}'; x-api-id and session/routing could mean either, so choose others.");
            }
        }
    }

    /// <summary>Ids of contacts have the contact type and the lane, not the type of the channel.</summary>
    private static void Channel(Channel channel, WorkspaceState state)
    {
        var taken = state.Channels.FirstOrDefault(other => other.ChannelId != channel.ChannelId && other.ContactType == channel.ContactType && other.Lane == channel.Lane && !AreSeeded(channel, other, state))?.ChannelId
            ?? (state.FindChannel(channel.ChannelId) is null ? state.Contacts.Values.FirstOrDefault(contact => contact.ChannelId != channel.ChannelId && contact.ContactType == channel.ContactType && contact.Lane == channel.Lane)?.ChannelId : null);
        Ensure(taken is null, "channelId", $"contacts of channel '{taken}' would have the same ids, which are made of {WireNames.Of(channel.ContactType)} and '{channel.Lane}'; use another account.");
    }

    /// <summary>Two channels of the fixtures stay as they are, also if one of them is set again.</summary>
    private static bool AreSeeded(Channel channel, Channel other, WorkspaceState state) =>
        state.Configuration.IsSeeded(ConfigurationPart.Channel, channel.ChannelId) && state.Configuration.IsSeeded(ConfigurationPart.Channel, other.ChannelId);

    private static void Ensure(bool holds, string field, string reason)
    {
        if (!holds)
        {
            throw new RecordException(field, reason);
        }
    }
}
