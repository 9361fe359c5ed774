using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.Workspaces;

namespace MockMessaging.Messages;

/// <summary>Checks a message as production does: in this order, and the first failure is the answer.</summary>
internal static class MessageValidator
{
    /// <returns>The channel it goes out on.</returns>
    /// <exception cref="ApiException">What is wrong with it.</exception>
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
        if (message.Type is not { } type)
        {
            throw ErrorCatalog.TypeMissing();
        }

        var missing = type switch
        {
            OutBoundMsgType.Text => message.Text is null,
            OutBoundMsgType.Template => string.IsNullOrEmpty(message.Template?.Id) && string.IsNullOrEmpty(message.Template?.Code),
            OutBoundMsgType.Document => message.Document is null,
            OutBoundMsgType.Image => message.Image is null,
            OutBoundMsgType.Video => message.Video is null,
            OutBoundMsgType.Audio => message.Audio is null,
            OutBoundMsgType.Location => message.Location is null,
            OutBoundMsgType.Contacts => message.Contacts is null,
            _ => false,
        };
        if (missing)
        {
            throw ErrorCatalog.DetailsMissing(WireNames.Of(type));
        }
    }
}
