using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.State;
using MockMessaging.Webhooks;

namespace MockMessaging.Conversations;

/// <summary>Opens, routes, resolves and closes sessions, and pushes the events.</summary>
internal sealed class SessionLifecycle(PushBuilder pushes, SessionsOptions options)
{
    public static Session Find(WorkspaceState state, string? sessionId) =>
        sessionId is not null && state.Sessions.TryGetValue(sessionId, out var session) ? session : throw state.Fidelity.SessionNotFound(sessionId);

    /// <summary>The contact's session; null if there is none or it has timed out.</summary>
    public Session? Current(Contact contact, long nowMs) =>
        contact.Session is { } session && session.IsValidAt(nowMs, options.TimeoutMs) ? session : null;

    /// <summary>Opens a session in the queue of an app. The contact's older session expires.</summary>
    public Session Open(WorkspaceTransaction transaction, Contact contact, App app)
    {
        ExpireSession(transaction, contact);
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

    /// <summary>Pushes the start of a session to the app of its queue.</summary>
    public void AnnounceStart(WorkspaceTransaction transaction, Session session) =>
        pushes.Event(transaction, transaction.State.AppOfQueue(session.Queue), session, SessionEvents.Routed(session, isStart: true, null, null));

    /// <summary>Routes a session to the app of a queue code or an app id. The key of the workspace means the calling app.</summary>
    public InBoundEvent Route(WorkspaceTransaction transaction, App acting, SessionQueueAssignment request, string key)
    {
        var session = Find(transaction.State, request.SessionId);
        var target = string.IsNullOrEmpty(request.Queue) ? null : transaction.State.FindApp(request.Queue) ?? (request.Queue == key ? acting : null) ?? throw ErrorCatalog.QueueInvalid(request.Queue);
        CapacityCheck.EnsureEntries(transaction.State);
        var source = session.Queue;
        session.Agent = request.Agent;
        session.Team = request.Team;
        session.Skills = request.Skills;
        Reopen(transaction, session);
        var routed = MoveTo(transaction, session, target, request.Params);
        SessionLog.Routed(transaction, session, acting.Queue, source);
        return routed;
    }

    /// <returns>The event; null if the session was resolved or closed before and the fidelity does not repeat the last event.</returns>
    public InBoundEvent? Resolve(WorkspaceTransaction transaction, App acting, string? sessionId)
    {
        var session = Find(transaction.State, sessionId);
        if (session.IsResolved || session.ClosedAt is not null)
        {
            return LastEventAgain(transaction.State, session);
        }

        CapacityCheck.EnsureEntries(transaction.State);
        MarkResolved(transaction, session, acting);
        var resolved = SessionEvents.Last(session);
        AskForFeedback(transaction, session);
        return resolved;
    }

    /// <summary>Closes a session, and resolves it before if necessary.</summary>
    /// <returns>The event; null if the session was closed before and the fidelity does not repeat the last event.</returns>
    public InBoundEvent? Close(WorkspaceTransaction transaction, App acting, string? sessionId)
    {
        var session = Find(transaction.State, sessionId);
        if (session.Status == SessionStatus.Closed)
        {
            return LastEventAgain(transaction.State, session);
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

    private static InBoundEvent? LastEventAgain(WorkspaceState state, Session session) =>
        state.Fidelity.RepeatsLastEvent ? SessionEvents.Last(session) : null;

    private static void MarkResolved(WorkspaceTransaction transaction, Session session, App acting)
    {
        session.ResolvedAt = transaction.Now;
        session.Status = SessionStatus.Resolved;
        transaction.Save(session);
        SessionLog.Resolved(transaction, session, acting.Queue);
    }

    /// <summary>Routes a resolved session to the feedback queue, if one is configured.</summary>
    private void AskForFeedback(WorkspaceTransaction transaction, Session session)
    {
        if (options.FeedbackQueue is { Length: > 0 } queue && transaction.State.FindApp(queue) is { } target && target.Queue != session.Queue)
        {
            var source = session.Queue;
            MoveTo(transaction, session, target, null);
            SessionLog.Routed(transaction, session, "SYSTEM", source);
        }
    }

    /// <summary>Opens a routed session again. The contact's later messages go to it, unless a newer session is alive.</summary>
    private void Reopen(WorkspaceTransaction transaction, Session session)
    {
        var contact = session.Contact;
        var isCurrent = Current(contact, transaction.Now) is not { } living || living == session;
        if (isCurrent && contact.Session != session)
        {
            ExpireSession(transaction, contact);
            contact.Session = session;
        }

        session.Reopen(isCurrent);
    }

    private static void ExpireSession(WorkspaceTransaction transaction, Contact contact)
    {
        if (contact.Session is { Active: true } session)
        {
            session.Close(SessionStatus.Expired, transaction.Now);
            transaction.Save(session);
        }
    }

    private InBoundEvent MoveTo(WorkspaceTransaction transaction, Session session, App? target, JsonObject? parameters)
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
