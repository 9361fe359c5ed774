using MockMessaging.Contract;
using MockMessaging.Conversations;
using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.Messages;

/// <summary>Checks a message in the same order as production. Only the first error is reported.</summary>
internal static class MessageValidator
{
    /// <returns>The channel of the message.</returns>
    /// <exception cref="ApiException">The first error in the message.</exception>
    public static Channel Check(WorkspaceState state, OutBoundMsg message)
    {
        var channel = CheckChannel(state, message.ChannelId);
        if (message.MessageIdResend is { Length: > 0 } resend)
        {
            CheckResend(state, channel, resend);
        }
        else
        {
            CheckContent(message);
        }

        return channel;
    }

    private static Channel CheckChannel(WorkspaceState state, string? channelId)
    {
        if (string.IsNullOrEmpty(channelId))
        {
            throw ErrorCatalog.ChannelMissing();
        }

        var channel = state.FindChannel(channelId) ?? throw ErrorCatalog.ChannelNotFound(channelId);
        return channel.Disabled ? throw ErrorCatalog.ChannelDisabled(channelId) : channel;
    }

    private static void CheckResend(WorkspaceState state, Channel channel, string messageId)
    {
        if (state.FindMessage(messageId) is not { IsInbound: false } earlier || earlier.Contact.ContactType != channel.ContactType)
        {
            throw ErrorCatalog.MessageNotFound(messageId, WireNames.Of(channel.ContactType));
        }
    }

    private static void CheckContent(OutBoundMsg message)
    {
        if (string.IsNullOrEmpty(message.Type))
        {
            throw ErrorCatalog.TypeMissing();
        }

        if (MessageTypes.Find(message.Type) is { Outbound: { } content } type && content(message) is null)
        {
            throw ErrorCatalog.DetailsMissing(type.Name);
        }
    }
}
