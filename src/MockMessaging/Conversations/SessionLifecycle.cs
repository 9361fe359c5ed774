using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.State;
using MockMessaging.Webhooks;

namespace MockMessaging.Conversations;

/// <summary>Opens, routes, resolves and closes sessions, and tells the apps concerned.</summary>
internal sealed class SessionLifecycle(PushBuilder pushes, IOptions<SessionsOptions> options)
{
    public static Session Find(WorkspaceState state, string? sessionId) =>
        sessionId is not null && state.Sessions.TryGetValue(sessionId, out var session) ? session : throw state.Fidelity.SessionNotFound(sessionId);

    /// <summary>The contact's current session, while it lives.</summary>
    public Session? Current(Contact contact, long nowMs) =>
        contact.Session is { } session && session.IsValidAt(nowMs, options.Value.TimeoutMs) ? session : null;

    /// <summary>Opens a session in the queue of an app; all older ones of the contact end.</summary>
    public Session Open(WorkspaceTransaction transaction, Contact contact, App app)
    {
        if (contact.Session is { Active: true } older)
        {
            older.Close(SessionStatus.Expired, transaction.Now);
            transaction.Save(older);
        }

        var session = new Session
        {
            Id = transaction.NextId().ToString(),
            ContactId = contact.Id,
            Contact = contact,
            CreatedAt = transaction.Now,
            Queue = app.Queue,
            Mode = app.AppMode,
            RoutingId = $"_{app.Queue}_{transaction.NextShortId()}",
        };
        contact.Session = session;
        transaction.State.Sessions.Add(session.Id, session);
        transaction.Save(session);
        pushes.ContactInfo(transaction, contact);
        return session;
    }

    /// <summary>Tells the app of the session's queue that a conversation starts with it.</summary>
    public void AnnounceStart(WorkspaceTransaction transaction, Session session) =>
        pushes.Event(transaction, transaction.State.AppOfQueue(session.Queue), session, SessionEvents.Routed(session, isStart: true, null, null));

    /// <summary>Hands a session to the app of a queue code, an app id or the key of the calling app.</summary>
    public InBoundEvent Route(WorkspaceTransaction transaction, App acting, SessionQueueAssignment wish, string key)
    {
        var session = Find(transaction.State, wish.SessionId);
        var target = string.IsNullOrEmpty(wish.Queue) ? null : transaction.State.FindApp(wish.Queue) ?? (wish.Queue == key ? acting : null) ?? throw ErrorCatalog.QueueInvalid(wish.Queue);
        CapacityCheck.EnsureEntries(transaction.State);
        var source = session.Queue;
        session.Agent = wish.Agent;
        session.Team = wish.Team;
        session.Skills = wish.Skills;
        Reopen(transaction, session);
        var routed = Hand(transaction, session, target, wish.Params);
        SessionLog.Routed(transaction, session, acting.Queue, source);
        return routed;
    }

    /// <returns>What happened; none where it had happened before and the profile does not tell it again.</returns>
    public InBoundEvent? Resolve(WorkspaceTransaction transaction, App acting, string? sessionId)
    {
        var session = Find(transaction.State, sessionId);
        if (session.IsResolved || session.ClosedAt is not null)
        {
            return ToldAgain(transaction.State, session);
        }

        CapacityCheck.EnsureEntries(transaction.State);
        MarkResolved(transaction, session, acting);
        var resolved = SessionEvents.Last(session);
        AskForFeedback(transaction, session);
        return resolved;
    }

    /// <summary>Closes a session, resolving it first where that has not happened.</summary>
    /// <returns>What happened; none where it had happened before and the profile does not tell it again.</returns>
    public InBoundEvent? Close(WorkspaceTransaction transaction, App acting, string? sessionId)
    {
        var session = Find(transaction.State, sessionId);
        if (session.Status == SessionStatus.Closed)
        {
            return ToldAgain(transaction.State, session);
        }

        CapacityCheck.EnsureEntries(transaction.State);
        if (!session.IsResolved)
        {
            MarkResolved(transaction, session, acting);
        }

        session.Close(SessionStatus.Closed, transaction.Now);
        transaction.Save(session);
        SessionLog.Closed(transaction, session, acting.Queue);
        var closed = SessionEvents.Last(session);
        pushes.Event(transaction, transaction.State.AppOfQueue(session.Queue), session, closed);
        return closed;
    }

    private static InBoundEvent? ToldAgain(WorkspaceState state, Session session) =>
        state.Fidelity.TellsLastEventAgain ? SessionEvents.Last(session) : null;

    private static void MarkResolved(WorkspaceTransaction transaction, Session session, App acting)
    {
        session.ResolvedAt = transaction.Now;
        session.Status = SessionStatus.Resolved;
        transaction.Save(session);
        SessionLog.Resolved(transaction, session, acting.Queue);
    }

    /// <summary>Hands a resolved session to the queue that asks the customer how it went, where one is configured.</summary>
    private void AskForFeedback(WorkspaceTransaction transaction, Session session)
    {
        if (options.Value.FeedbackQueue is { Length: > 0 } queue && transaction.State.FindApp(queue) is { } target && target.Queue != session.Queue)
        {
            var source = session.Queue;
            Hand(transaction, session, target, null);
            SessionLog.Routed(transaction, session, "SYSTEM", source);
        }
    }

    /// <summary>The contact's later messages go to a session that was routed, unless a newer one lives: that one goes on.</summary>
    private void Reopen(WorkspaceTransaction transaction, Session session)
    {
        var contact = session.Contact;
        var isCurrent = Current(contact, transaction.Now) is not { } living || living == session;
        if (isCurrent && contact.Session != session)
        {
            if (contact.Session is { Active: true } older)
            {
                older.Close(SessionStatus.Expired, transaction.Now);
                transaction.Save(older);
            }

            contact.Session = session;
        }

        session.Reopen(isCurrent);
    }

    private InBoundEvent Hand(WorkspaceTransaction transaction, Session session, App? target, JsonObject? parameters)
    {
        var source = session.Queue;
        session.Queue = target?.Queue;
        session.Mode = target?.AppMode;
        session.Status = SessionStatus.Open;
        session.RoutedAt = transaction.Now;
        session.RoutingId = $"{session.Id}_{session.Queue}_{transaction.NextShortId()}";
        transaction.Save(session);
        var routed = SessionEvents.Routed(session, isStart: source is null, source, parameters);
        pushes.Event(transaction, target, session, routed);
        return routed;
    }
}
