using MockMessaging.Contract;
using MockMessaging.Conversations;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>Conversations as the control plane shows them.</summary>
internal sealed class ConversationViews(SessionLifecycle lifecycle)
{
    /// <param name="state">The workspace's state.</param>
    /// <param name="contact">Whose conversation.</param>
    /// <param name="sessions">All sessions of the contact.</param>
    /// <param name="nowMs">What the workspace's clock shows, in milliseconds since the epoch.</param>
    public ConversationView Of(WorkspaceState state, Contact contact, IEnumerable<Session> sessions, long nowMs)
    {
        var (messages, unread) = (0, 0);
        foreach (var message in sessions.SelectMany(session => session.Messages))
        {
            messages++;
            unread += message is { IsInbound: false, Fired: > 0 } or { Details.Departures: not null } && message.Status == MessageStatus.Dlvrd ? 1 : 0;
        }

        return new ConversationView(
            contact.Id,
            contact.ChannelId,
            contact.ChannelType,
            state.FindChannel(contact.ChannelId)?.Name,
            contact.Name,
            contact.Phone,
            contact.Email,
            messages,
            unread,
            contact.Last is { } last ? MessageViews.Of(last) : null,
            Instants.Of(contact.Last?.AcceptedAt),
            contact.ContactType == ContactType.WhatsApp ? Instants.Of(contact.LastInboundAt + Contact.CareWindowMs) : null,
            contact.StoppedAt is not null,
            contact.Session is { } session ? new ConversationSession(session.Id, StatusOf(contact, session, nowMs), session.Queue, session.Mode) : null);
    }

    /// <summary>A session is stored as open until the next message finds it expired.</summary>
    private string StatusOf(Contact contact, Session session, long nowMs) =>
        (session.Status == SessionStatus.Open && lifecycle.Current(contact, nowMs) is null ? SessionStatus.Expired : session.Status).ToString().ToLowerInvariant();
}
