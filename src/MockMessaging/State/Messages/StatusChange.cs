using MockMessaging.Contract;

namespace MockMessaging.State;

/// <summary>A status and when the message took it, in milliseconds since the epoch.</summary>
internal readonly record struct StatusChange(MessageStatus Status, long AtMs);

/// <summary>Which of two statuses a message keeps when reports come out of order: it never goes backwards.</summary>
internal static class StatusRank
{
    public static MessageStatus Later(MessageStatus current, MessageStatus reported) => Of(reported) >= Of(current) ? reported : current;

    private static int Of(MessageStatus status) => status switch
    {
        MessageStatus.Sent or MessageStatus.Sentx => 1,
        MessageStatus.Dlvrd => 2,
        MessageStatus.Read => 3,
        MessageStatus.Faild or MessageStatus.Ccwin or MessageStatus.Limit or MessageStatus.Blckd or MessageStatus.SentErr or MessageStatus.SentExc or MessageStatus.SentxErr => 4,
        MessageStatus.Deltd => 5,
        MessageStatus.Forwarded or MessageStatus.ForwardErr or MessageStatus.Consumed => 1,
        _ => 0,
    };
}
