using MockMessaging.Contract;
using MockMessaging.State;
using MockMessaging.Time;

namespace MockMessaging.Persistence;

/// <summary>Checks of every record, from the data file or an archive: a record that breaks one would break its workspace later.</summary>
internal static class RecordChecks
{
    private const int MostStages = 100;
    private const long LongestDelayMs = 30 * 86_400_000L;

    private static readonly long LatestMs = TimeLimits.Latest.ToUnixTimeMilliseconds();

    public static RecordException Missing(string field) => new(field, "it is missing.");

    public static void Time(string field, long? ms)
    {
        if (ms is < 0 || ms > LatestMs)
        {
            throw new RecordException(field, $"{ms} is no time from 1970 to 9000 in milliseconds since 1970.");
        }
    }

    public static void Number(string field, long? number, long least, long most)
    {
        if (number < least || number > most)
        {
            throw new RecordException(field, $"{number} is not from {least} to {most}.");
        }
    }

    public static void Word<T>(string field, T? word)
        where T : struct, Enum
    {
        if (word is { } given && !Enum.IsDefined(given))
        {
            throw new RecordException(field, $"'{given}' is none of {string.Join(", ", Enum.GetNames<T>())}.");
        }
    }

    public static void Id(string field, string id)
    {
        if (id.Length == 0)
        {
            throw new RecordException(field, "it is empty.");
        }
    }

    public static void Delays(StatusDelays delays)
    {
        Number("delays.sentMs", delays.SentMs, 0, LongestDelayMs);
        Number("delays.deliveredMs", delays.DeliveredMs, 0, LongestDelayMs);
        Number("delays.readMs", delays.ReadMs, 0, LongestDelayMs);
        Number("delays.replyMs", delays.ReplyMs, 0, LongestDelayMs);
    }

    public static void Plan(DeliveryPlan plan)
    {
        if (plan is not { Outcome: not null, Stages: { Count: <= MostStages } stages } || stages.Any(stage => stage is null))
        {
            throw new RecordException("plan", $"it has an outcome and at most {MostStages} stages.");
        }

        for (var (stage, earliest) = (0, 0L); stage < stages.Count; stage++)
        {
            Number($"plan.stages[{stage}].offsetMs", stages[stage].OffsetMs, earliest, LatestMs);
            Word($"plan.stages[{stage}].status", stages[stage].Status);
            Word($"plan.stages[{stage}].reply", stages[stage].Reply);
            Script($"plan.stages[{stage}].script", stages[stage].Script, stages[stage].Reply is ReplyKind.Scripted);
            earliest = stages[stage].OffsetMs;
        }
    }

    /// <summary>A scripted reply is a button or a content.</summary>
    public static void Script(string field, ScriptedReply? script, bool isNeeded)
    {
        if (isNeeded != script is not null || (script is not null && script.Button is null == script.Content is null))
        {
            throw new RecordException(field, isNeeded ? "it has either a button or a content." : "only a reply of kind Scripted has it.");
        }
    }

    /// <summary>The number, if it is within bounds.</summary>
    public static long Within(string field, long number, long least, long most)
    {
        Number(field, number, least, most);
        return number;
    }

    /// <summary>How many stages of a message's plan have happened, if message and plan hold together.</summary>
    public static int Message(FieldReader fields, DeliveryPlan? plan, MessageDetails? details, WorkspaceState state)
    {
        var (at, wroteAt, isInbound) = (fields.Number("at"), fields.OptionalNumber("wroteAt"), fields.OptionalFlag("inbound") ?? false);
        var app = fields.OptionalText("app") is { } id ? state.Configuration.AppOfRecord(id) : null;
        var fired = fields.OptionalNumber("fired") ?? 0;
        Time("at", at);
        Time("wroteAt", wroteAt);
        if (isInbound != plan is null)
        {
            throw new RecordException("plan", isInbound ? "an inbound message has none." : "an outbound message needs one.");
        }

        var stages = plan?.Stages ?? [];
        Number("fired", fired, 0, stages.Count);
        Number("details.stagesLeft", details?.StagesLeft, 0, stages.Count);
        Time("plan", stages.Count == 0 ? null : at + stages[^1].OffsetMs);
        if (app is null && stages.Any(stage => stage.Reply is not null))
        {
            throw new RecordException("app", "a message that is answered needs an app of this server, which the answer goes to.");
        }

        foreach (var fetch in details?.Fetches ?? [])
        {
            Time("details.fetches", fetch.AtMs);
        }

        foreach (var departure in details?.Departures ?? [])
        {
            Word("details.departures", (MessageStatus?)departure.Status);
            Time("details.departures", departure.AtMs);
        }

        return (int)fired;
    }
}

/// <summary>Checks of a record among the others of its workspace.</summary>
internal static class StateChecks
{
    /// <summary>The largest whole number that every reader of JSON keeps exactly.</summary>
    private const long Most = 1L << 53;

    public static void Configuration(ConfigurationItem item, WorkspaceState state)
    {
        ConfigurationRules.Check(item);
        if (state.Configuration.ItemOf(item.Section, item.Id) is not null)
        {
            throw new RecordException("id", $"the {item.Section.ToString().ToLowerInvariant()} '{item.Id}' is set or removed already.");
        }

        state.Configuration.Set(item);
    }

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
        RecordChecks.Number("fired.recordId", progress.Fired.RecordId, 0, Storage.RecordKey.LargestId);
        RecordChecks.Number("ids", progress.Ids, 0, Most);
        RecordChecks.Number("rolls", progress.Rolls, 0, Most);
    }
}
