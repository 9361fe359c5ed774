using MockMessaging.State;

namespace MockMessaging.Persistence;

/// <summary>All kinds of records, in the order in which they are put back: whatever a record refers to comes before it.</summary>
internal static class RecordKinds
{
    public static WorkspaceKind Workspace { get; } = new();

    public static SnapshotKind Snapshot { get; } = new();

    public static ProgressKind Progress { get; } = new();

    public static JsonRecordKind<App> App { get; } = new("App", "apps", static () => StoredJson.Default.App, static (app, builder) => builder.State.Configuration.Restore(app));

    public static JsonRecordKind<ConfigurationItem> ConfigurationItem { get; } = new(
        "Configuration", "configuration", static () => StoredJson.Default.ConfigurationItem, static (item, builder) => StateChecks.Configuration(item, builder.State), "template", "variable");

    public static ContactKind Contact { get; } = new();

    public static JsonRecordKind<OutcomeRule> OutcomeRule { get; } =
        new("OutcomeRule", "rules", static () => StoredJson.Default.OutcomeRule, static (rule, builder) => builder.State.Rules.Add(rule), "reply", "turns");

    public static JsonRecordKind<Fault> Fault { get; } =
        new("Fault", "faults", static () => StoredJson.Default.Fault, static (fault, builder) => builder.State.Faults.Add(fault), "effect");

    public static JsonRecordKind<PlannedMessage> PlannedMessage { get; } = new("PlannedMessage", "planned", static () => StoredJson.Default.PlannedMessage, static (planned, builder) =>
    {
        RecordChecks.Time("dueMs", planned.DueMs);
        builder.State.Planned.Add(builder.State.Contacts.ContainsKey(planned.ContactId) ? planned : throw new RecordException("contactId", $"there is no contact '{planned.ContactId}'."));
    }, "content");

    public static JsonRecordKind<DigitalObject> DigitalObject { get; } = new(
        "DigitalObject",
        "objects",
        static () => StoredJson.Default.DigitalObject,
        static (item, builder) => builder.State.DigitalObjects[(item.Content.Type, item.Content.Id)] = item,
        "content");

    public static JsonRecordKind<DigitalEvent> DigitalEvent { get; } =
        new("DigitalEvent", "events", static () => StoredJson.Default.DigitalEvent, static (item, builder) => builder.State.DigitalEvents.Add(item), "content");

    public static JsonRecordKind<Callback> Callback { get; } =
        new("Callback", "callbacks", static () => StoredJson.Default.Callback, static (callback, builder) => builder.State.Callbacks.Add(callback), "body");

    public static JsonRecordKind<MediaFile> MediaFile { get; } = new("MediaFile", "media", static () => StoredJson.Default.MediaFile, static (file, builder) =>
    {
        RecordChecks.Time("at", file.At);
        builder.State.Media.Files.Add(file);
    });

    public static JsonRecordKind<MediaRules> MediaRules { get; } =
        new("MediaRules", "mediarules", static () => StoredJson.Default.MediaRules, static (rules, builder) => builder.State.Media.Rules = rules);

    public static SessionKind Session { get; } = new();

    public static MessageKind Message { get; } = new();

    public static JsonRecordKind<SessionEntry> SessionEntry { get; } = new("SessionEntry", "entries", static () => StoredJson.Default.SessionEntry, static (entry, builder) =>
    {
        RecordChecks.Time("at", entry.At);
        builder.State.Add(StateChecks.SessionOf(entry, builder.State), entry);
    });

    public static PushKind Push { get; } = new();

    public static IReadOnlyList<RecordKind> All { get; } =
        [Workspace, Snapshot, Progress, ConfigurationItem, App, Contact, OutcomeRule, Fault, PlannedMessage, DigitalObject, DigitalEvent, Callback, MediaFile, MediaRules, Session, Message, SessionEntry, Push];

    private static Dictionary<string, RecordKind> ByCollection { get; } = All.ToDictionary(kind => kind.Collection, StringComparer.Ordinal);

    /// <summary>The collections of the data file, in the same order.</summary>
    public static IReadOnlyList<string> Collections { get; } = [.. All.Select(kind => kind.Collection)];

    public static RecordKind InCollection(string collection) => ByCollection[collection];

    /// <summary>The kind with a name; null if there is none.</summary>
    public static RecordKind? Named(string name) => All.FirstOrDefault(kind => kind.Name == name);

    public static int OrderOf(RecordKind kind) => All.TakeWhile(other => other != kind).Count();

    public static RecordKind Of(Record record) => record switch
    {
        State.Message => Message,
        State.Progress => Progress,
        State.Push => Push,
        State.Contact => Contact,
        State.Session => Session,
        State.SessionEntry => SessionEntry,
        WorkspaceRecord => Workspace,
        State.App => App,
        State.ConfigurationItem => ConfigurationItem,
        State.OutcomeRule => OutcomeRule,
        State.Fault => Fault,
        State.PlannedMessage => PlannedMessage,
        State.DigitalObject => DigitalObject,
        State.DigitalEvent => DigitalEvent,
        State.Callback => Callback,
        State.Snapshot => Snapshot,
        State.MediaFile => MediaFile,
        State.MediaRules => MediaRules,
        _ => throw new InvalidOperationException($"There is no kind for records of type {record.GetType().Name}."),
    };
}
