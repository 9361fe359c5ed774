using MockMessaging.State;

namespace MockMessaging.Persistence;

/// <summary>What a record must keep to among the others of its workspace.</summary>
internal static class StateChecks
{
    /// <summary>The largest whole number that every reader of JSON keeps exactly.</summary>
    private const long Most = 1L << 53;

    public static void Contact(Contact contact, WorkspaceState state)
    {
        RecordChecks.Id("id", contact.Id);
        RecordChecks.Word("contactType", (Contract.ContactType?)contact.ContactType);
        RecordChecks.Time("createdAt", contact.CreatedAt);
        RecordChecks.Time("optInAt", contact.OptInAt);
        if (state.Contacts.ContainsKey(contact.Id))
        {
            throw new RecordException("id", $"there is a contact '{contact.Id}' already.");
        }
    }

    public static void Session(Session session, WorkspaceState state)
    {
        RecordChecks.Id("id", session.Id);
        RecordChecks.Word("status", (SessionStatus?)session.Status);
        RecordChecks.Time("createdAt", session.CreatedAt);
        RecordChecks.Time("routedAt", session.RoutedAt);
        RecordChecks.Time("resolvedAt", session.ResolvedAt);
        RecordChecks.Time("closedAt", session.ClosedAt);
        if (state.Sessions.ContainsKey(session.Id))
        {
            throw new RecordException("id", $"there is a session '{session.Id}' already.");
        }

        if (!state.Contacts.ContainsKey(session.ContactId))
        {
            throw new RecordException("contactId", $"there is no contact '{session.ContactId}'.");
        }
    }

    public static Session SessionOf(SessionEntry entry, WorkspaceState state) =>
        state.Sessions.GetValueOrDefault(entry.SessionId) ?? throw new RecordException("sessionId", $"there is no session '{entry.SessionId}'.");

    public static void Progress(Progress progress)
    {
        RecordChecks.Time("fired.dueMs", progress.Fired.DueMs);
        RecordChecks.Number("ids", progress.Ids, 0, Most);
        RecordChecks.Number("rolls", progress.Rolls, 0, Most);
    }
}
