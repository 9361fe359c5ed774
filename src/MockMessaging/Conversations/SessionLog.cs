using MockMessaging.State;

namespace MockMessaging.Conversations;

/// <summary>Adds actions and notes to a session's transcript.</summary>
internal static class SessionLog
{
    public static void Routed(WorkspaceTransaction transaction, Session session, string by, string? source)
    {
        var (from, to) = (source ?? "no queue", session.Queue ?? "no queue");
        Add(transaction, session, by, SessionEvents.RoutedCode, $"Routed from {from} to {to}");
        string[] assigned = [.. Named("agent", session.Agent), .. Named("team", session.Team)];
        if (assigned.Length > 0)
        {
            Add(transaction, session, by, SessionEvents.AssignedCode, $"Assigned to {string.Join(", ", assigned)}");
        }
    }

    public static void Resolved(WorkspaceTransaction transaction, Session session, string by) =>
        Add(transaction, session, by, SessionEvents.StatusCode, "Resolved");

    public static void Closed(WorkspaceTransaction transaction, Session session, string by) =>
        Add(transaction, session, by, SessionEvents.ClosedCode, "Closed");

    public static SessionEntry Note(WorkspaceTransaction transaction, Session session, string by, string text)
    {
        CapacityCheck.EnsureEntries(transaction.State);
        return Add(transaction, session, by, null, text);
    }

    private static SessionEntry Add(WorkspaceTransaction transaction, Session session, string by, string? action, string text)
    {
        var entry = new SessionEntry
        {
            Id = transaction.NextId().ToString(),
            SessionId = session.Id,
            At = transaction.Now,
            Action = action,
            Text = text,
            By = by,
        };
        transaction.State.Add(session, entry);
        transaction.Save(entry);
        return entry;
    }

    private static string[] Named(string what, string? name) => string.IsNullOrEmpty(name) ? [] : [$"{what} {name}"];
}
