using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Sessions;

/// <summary>What was done to a session, or noted about it, as a line of the transcript.</summary>
internal static class EntryRow
{
    public static ChatMessageDTO Of(Session session, SessionEntry entry) => new()
    {
        Type = entry.Action is null ? "N" : "A",
        Action = entry.Action,
        Text = entry.Text,
        Name = entry.By,
        Sender = entry.By,
        MessageId = entry.Id,
        SessionId = session.Id,
        Timestamp = entry.At,
        Contact = ContactRow.Of(session.Contact),
    };
}
