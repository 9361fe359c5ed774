using System.Text.Json;
using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.Ids;
using MockMessaging.State;
using MockMessaging.Time;

namespace MockMessaging.Persistence;

/// <summary>Checks an archive by the rules of the requests that would have made it, beyond those of every record.</summary>
internal static class ArchiveChecks
{
    /// <summary>How many bits of the counter stand at the end of an id.</summary>
    private const int CounterBits = 24;

    public static void Head(Archive archive)
    {
        Ensure(archive.Format == Archive.ThisFormat, "format", $"it is no archive of a workspace; format is '{Archive.ThisFormat}'.");
        Ensure(archive.Version == Archive.ThisVersion, "version", $"it was written in version {archive.Version}, and this server reads version {Archive.ThisVersion}.");
        Ensure(archive.Fidelity is not { } mode || Enum.IsDefined(mode), "fidelity", "it is Documented or Production.");
        Ensure(archive.Rules is not { } rules || Enum.IsDefined(rules), "rules", "it is Off, Warn or Enforce.");
        Try(() => RecordChecks.Delays(archive.Delays));
        if (archive.Clock is { } clock)
        {
            Ensure(Enum.IsDefined(clock.Mode), "clock.mode", "it is Real, Frozen or Scaled.");
            Ensure(clock.Now >= TimeLimits.Earliest && clock.Now <= TimeLimits.Latest, "clock.now", "a clock shows 1970-01-01 to 9000-01-01.");
            Ensure(clock.Mode == ClockMode.Scaled ? clock.Scale is > 0 and <= ClockRecord.FastestScale : double.IsFinite(clock.Scale), "clock.scale", $"it is above 0 and at most {ClockRecord.FastestScale}.");
        }
    }

    /// <exception cref="RecordException">One of the records breaks a rule.</exception>
    public static void State(WorkspaceState state, IReadOnlyList<ArchivedRecord> records, IReadOnlyList<long> ids, IReadOnlyList<IResumable> features)
    {
        var indexes = ids.Select((id, index) => (id, index)).ToDictionary(pair => pair.id, pair => pair.index);
        var seen = new HashSet<(string, string)>();
        foreach (var (record, id) in Records(state).Where(named => indexes.ContainsKey(named.Record.StoreId)))
        {
            try
            {
                var kind = RecordKinds.Of(record).Name;
                if (id is not null && !seen.Add((kind, id)))
                {
                    throw new RecordException("id", $"there is a record of kind {kind} with the id '{id}' already.");
                }

                Check(record, state);
                foreach (var feature in features)
                {
                    feature.EnsureUsable(record);
                }
            }
            catch (RecordException failure)
            {
                throw new RecordException(failure.Field, failure.Reason, failure) { Index = indexes[record.StoreId] };
            }
        }

        Progress(state, records);
    }

    private static IEnumerable<(Record Record, string? Id)> Records(WorkspaceState state) =>
    [
        .. state.Messages.Select(message => ((Record)message, (string?)null)),
        .. state.Sessions.Values.SelectMany(session => session.Entries).Select(entry => ((Record)entry, (string?)entry.Id)),
        .. state.Callbacks.Items.Select(callback => ((Record)callback, (string?)callback.Id)),
        .. state.Configuration.Items.Select(item => ((Record)item, (string?)null)),
        .. state.Rules.Select(rule => ((Record)rule, (string?)rule.Id)),
        .. state.Faults.Select(fault => ((Record)fault, (string?)fault.Id)),
        .. state.Media.Files.Select(file => ((Record)file, (string?)file.Id)),
        (state.Media.Rules, null),
        .. state.DigitalObjects.Values.Concat<Record>(state.DigitalEvents).Concat(state.Planned).Select(item => (item, (string?)null)),
    ];

    private static void Check(Record record, WorkspaceState state)
    {
        switch (record)
        {
            case Message message:
                Body(message);
                break;
            case ConfigurationItem item:
                ConfigurationFit.Check(item, state);
                break;
            case Callback callback:
                RecordChecks.Time("at", callback.At);
                break;
            case OutcomeRule rule:
                Rule(rule);
                break;
            case Fault fault:
                FaultChecks.Check(fault);
                break;
            case MediaFile file:
                MediaChecks.Check(file);
                break;
            case MediaRules rules:
                RecordChecks.Number("expireAfterMs", rules.ExpireAfterMs, 0, MediaChecks.LongestMs);
                break;
            case DigitalObject item:
                RecordChecks.Time("createdAt", item.CreatedAt);
                RecordChecks.Time("updatedAt", item.UpdatedAt);
                break;
            case DigitalEvent item:
                RecordChecks.Time("createdAt", item.CreatedAt);
                break;
        }
    }

    private static void Rule(OutcomeRule rule)
    {
        RecordChecks.Delays(rule.Delays);
        RecordChecks.Number("times", rule.Times, 1, int.MaxValue);
        RecordChecks.Number("used", rule.Used, 0, int.MaxValue);
        RecordChecks.Script("reply", rule.Reply, rule.Reply is not null);
        if (rule.Turns?.Any(turn => turn is null) is true || rule.Turns?.Count == 0)
        {
            throw new RecordException("turns", "it has at least one turn, and none is null.");
        }

        foreach (var (index, turn) in (rule.Turns ?? []).Index())
        {
            RecordChecks.Delays(turn.Delays);
            RecordChecks.Script($"turns[{index}].reply", turn.Reply, turn.Reply is not null);
        }
    }

    /// <summary>Every transcript reads it again as the request or push it was.</summary>
    private static void Body(Message message)
    {
        try
        {
            object? body = message.IsInbound
                ? JsonSerializer.Deserialize(message.Body, ContractJsonOptions.Request.TypeInfo<InBoundMsg>())
                : JsonSerializer.Deserialize(message.Body, ContractJsonOptions.Request.TypeInfo<OutBoundMsg>());
            if (body is null)
            {
                throw new RecordException("body", "it is null.");
            }
        }
        catch (JsonException failure)
        {
            throw new RecordException(failure.Path is { Length: > 2 } path ? $"body.{path[2..]}" : "body", $"it is no {(message.IsInbound ? "message as pushed" : "request of message/send")}.", failure);
        }
    }

    /// <summary>Ids go on from the count of those that were given. If it is too low, an id is given twice.</summary>
    private static void Progress(WorkspaceState state, IReadOnlyList<ArchivedRecord> records)
    {
        var at = records.TakeWhile(record => record.Kind != RecordKinds.Progress.Name).Count();
        if (records.Skip(at + 1).Any(record => record.Kind == RecordKinds.Progress.Name))
        {
            throw new RecordException("kind", "there is more than one record of kind Progress.") { Index = at };
        }

        if (state.Progress.Fired != default || state.Progress.FirstUnstored is not null)
        {
            throw new RecordException("fired", "only the server that wrote it can use it; leave it out.") { Index = at };
        }

        var needed = Ids(state).Where(id => id.Rest >> CounterBits == new IdSource(state.Seed).Next(0).Rest >> CounterBits)
            .Select(id => (long)(id.Rest & ((1UL << CounterBits) - 1))).DefaultIfEmpty().Max();
        if (state.Progress.Ids < needed)
        {
            var record = $"{{ \"kind\": \"Progress\", \"data\": {{ \"ids\": {needed} }} }}";
            throw at < records.Count
                ? new RecordException("ids", $"{state.Progress.Ids} ids were given, and yet one in use has the number {needed}; say {needed} or more.") { Index = at }
                : new RecordException("", $"no record of kind Progress tells how many ids were given, and one in use has the number {needed}; add {record}.");
        }
    }

    private static IEnumerable<ObjectId> Ids(WorkspaceState state)
    {
        IEnumerable<string> words =
        [
            .. state.Sessions.Keys, .. state.Sessions.Values.SelectMany(session => session.Entries).Select(entry => entry.Id),
            .. state.Callbacks.Items.Select(callback => callback.Id), .. state.Rules.Select(rule => rule.Id), .. state.Faults.Select(fault => fault.Id),
        ];
        words = words.Concat(state.Media.Files.Select(file => file.Id));
        return state.Messages.Select(message => message.Id).Concat(words.Where(word => ObjectId.TryParse(word, out _)).Select(ObjectId.Parse));
    }

    private static void Ensure(bool holds, string field, string reason)
    {
        if (!holds)
        {
            throw ErrorCatalog.Impossible(field, $"{field}: {reason}");
        }
    }

    private static void Try(Action check)
    {
        try
        {
            check();
        }
        catch (RecordException failure)
        {
            throw ErrorCatalog.Impossible(failure.Field, failure.Message);
        }
    }
}

/// <summary>Checks a fault of an archive by the rules of a request.</summary>
internal static class FaultChecks
{
    private const long LongestCallDelayMs = 5 * 60_000L;
    private const long LongestDelayMs = 30 * 86_400_000L;

    public static void Check(Fault fault)
    {
        var (trigger, effect) = (fault.Trigger, fault.Effect);
        RecordChecks.Word("target.type", fault.Target.Type);
        RecordChecks.Number("trigger.next", trigger.Next, 1, int.MaxValue);
        RecordChecks.Number("trigger.every", trigger.Every, 1, int.MaxValue);
        RecordChecks.Number("effect.status", effect.Status, 400, 599);
        RecordChecks.Number("effect.retryAfterSeconds", effect.RetryAfterSeconds, 0, int.MaxValue);
        RecordChecks.Number("effect.delayMs", effect.DelayMs, 0, fault.Target.Pushes ? LongestDelayMs : LongestCallDelayMs);
        RecordChecks.Number("effect.duplicate", effect.Duplicate, 1, 100);
        RecordChecks.Number("seen", fault.Seen, 0, int.MaxValue);
        RecordChecks.Number("struck", fault.Struck, 0, int.MaxValue);
        RecordChecks.Time("untilMs", fault.UntilMs);
        if (trigger.Probability is not (null or (> 0 and < 1)))
        {
            throw new RecordException("trigger.probability", "it is above 0 and below 1.");
        }
    }
}

/// <summary>Checks an uploaded file of an archive by the rules of a request.</summary>
internal static class MediaChecks
{
    public const long LongestMs = 36_500 * 86_400_000L;

    public static void Check(MediaFile file)
    {
        Ensure(ObjectId.TryParse(file.Id, out _), "id", "it is no id of 24 hex digits.");
        Ensure(file.Token.Length == MediaPath.TokenLength && file.Token.All(char.IsAsciiHexDigitLower), "token", "it is 16 hex digits.");
        Ensure(MediaPath.IsFilename(file.Filename), "filename", $"it has 1 to {MediaPath.LongestFilename} characters without / and control characters.");
        Ensure(file.Content.Length > 0, "content", "it is empty.");
        Ensure(System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(file.MimeType, out _), "mimeType", "it is no media type such as image/png.");
    }

    private static void Ensure(bool holds, string field, string reason)
    {
        if (!holds)
        {
            throw new RecordException(field, reason);
        }
    }
}
