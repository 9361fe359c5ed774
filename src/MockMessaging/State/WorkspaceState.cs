using MockMessaging.Contract;
using MockMessaging.Fidelity;
using MockMessaging.Ids;
using MockMessaging.Limits;
using MockMessaging.Seeding;

namespace MockMessaging.State;

/// <summary>Everything one workspace holds at present. A reset replaces it whole.</summary>
internal sealed class WorkspaceState
{
    private readonly Dictionary<string, App> _apps = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, Channel> _channels;
    private readonly Fixtures _fixtures;

    public WorkspaceState(WorkspaceRecord record, WorkspaceDefaults defaults)
    {
        var (generation, seed, fixtures, limits) = (record.Generation, record.ChosenSeed ?? record.Seed, defaults.Fixtures, defaults.Limits);
        Limits = limits;
        Memory = defaults.Memory;
        Fidelity = record.Fidelity is { } mode ? FidelityProfile.Of(mode) : defaults.Fidelity;
        Generation = generation;
        Seed = seed;
        CareWindow = record.CareWindow;
        Delays = record.Delays;
        Ids = new IdSource(seed);
        People = new People(seed);
        Media = new MediaLibrary(record.Key);
        _channels = defaults.Channels;
        _fixtures = fixtures;
        Pushes = new Bounded<Push>(limits.PushesKept);
        Callbacks = new Bounded<Callback>(limits.CallbacksKept);
        foreach (var app in fixtures.ClientApps)
        {
            _apps.Add(app.Id, new App { Id = app.Id, KeyName = app.KeyName, Queue = app.Queue, AppType = app.AppType, Shared = app.Shared });
        }

        DefaultApp = _apps[fixtures.ClientApps.Single(app => app.Default).Id];
    }

    /// <summary>The state of a new key: the fixtures, and for the key of the examples their conversations.</summary>
    public static WorkspaceState Fresh(WorkspaceRecord record, WorkspaceDefaults defaults)
    {
        var state = new WorkspaceState(record, defaults);
        if (record.Examples ?? true)
        {
            ExampleConversations.AddTo(state, defaults.Fixtures.Conversations, []);
        }

        return state;
    }

    /// <summary>Number of this state in the data file; no two states ever share one.</summary>
    public int Generation { get; }

    public WorkspaceLimits Limits { get; }

    public MemoryGuard Memory { get; }

    public long Seed { get; private set; }

    /// <summary>True if free text outside the care window fails; null if the fidelity decides.</summary>
    public bool? CareWindow { get; set; }

    public FidelityProfile Fidelity { get; set; }

    public IdSource Ids { get; private set; }

    public People People { get; private set; }

    public Progress Progress { get; set; } = new();

    public App DefaultApp { get; }

    public IReadOnlyList<HSMTemplateDoc> Templates => _fixtures.Templates;

    public IReadOnlyList<CompanyVarsConfigDoc> Variables => _fixtures.Variables;

    public IEnumerable<Channel> Channels => _channels.Values;

    public IEnumerable<App> Apps => _apps.Values;

    public Dictionary<string, Contact> Contacts { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Session> Sessions { get; } = new(StringComparer.Ordinal);

    public MessagesById Messages { get; } = new();

    /// <summary>How many lines of transcripts are not messages.</summary>
    public int Entries { get; private set; }

    public Dictionary<(string? Type, string? Id), DigitalObject> DigitalObjects { get; } = [];

    public List<DigitalEvent> DigitalEvents { get; } = [];

    /// <summary>Its own delays; null for the server's.</summary>
    public StatusDelays Delays { get; set; }

    public List<OutcomeRule> Rules { get; } = [];

    public List<Fault> Faults { get; } = [];

    public MediaLibrary Media { get; }

    public List<Traffic> Traffics { get; } = [];

    /// <summary>How many groups of them were started, to number them: ids of messages do not depend on it.</summary>
    public int TrafficsStarted { get; set; }

    /// <summary>Pushes held until another of their contact has overtaken them.</summary>
    public List<Push> Overtaken { get; } = [];

    public Bounded<Push> Pushes { get; }

    public UnstoredPushes Unstored { get; } = new();

    /// <summary>The contact/info requests that wait for the business.</summary>
    public PushBacklog Questions { get; } = new();

    public Bounded<Callback> Callbacks { get; }

    public PushBacklog BacklogOf(Push push) => push.App?.Backlog ?? Questions;

    public Channel? FindChannel(string channelId) => _channels.GetValueOrDefault(channelId);

    /// <summary>The app of a queue code, an id or a name, as the vendor looks them up.</summary>
    public App? FindApp(string codeOrId) =>
        _apps.TryGetValue(codeOrId, out var app) ? app : _apps.Values.FirstOrDefault(other => other.Queue == codeOrId || other.KeyName == codeOrId);

    public App? AppOfQueue(string? queue) => queue is null ? null : _apps.Values.FirstOrDefault(app => app.Queue == queue);

    public Message? FindMessage(string id) => ObjectId.TryParse(id, out var parsed) ? Messages.Find(parsed) : null;

    /// <summary>Links a message to everything that knows of it.</summary>
    public void Add(Message message)
    {
        Messages.Add(message);
        message.Session.Add(message);
        message.Contact.Touch(message);
    }

    public void Add(Session session, SessionEntry entry)
    {
        session.Add(entry);
        Entries++;
    }

    /// <summary>From now on ids and people follow from another seed; no id is given twice.</summary>
    public void Reseed(long seed)
    {
        Seed = seed;
        Ids = new IdSource(seed) { Count = Ids.Count };
        People = new People(seed);
    }

    public void Restore(App app)
    {
        if (_apps.TryGetValue(app.Id, out var seeded))
        {
            seeded.StoreId = app.StoreId;
            seeded.Webhook = app.Webhook;
        }
    }
}

internal sealed class WorkspaceDefaults(Fixtures fixtures, WorkspaceLimits limits, FidelityOptions fidelity, MemoryGuard memory)
{
    public Fixtures Fixtures => fixtures;

    /// <summary>The channels of the fixtures by id, in their order. No channel ever changes, so all workspaces share them.</summary>
    public IReadOnlyDictionary<string, Channel> Channels { get; } = fixtures.Channels.Select(Channel.Of).ToDictionary(channel => channel.ChannelId, StringComparer.Ordinal);

    public WorkspaceLimits Limits => limits;

    public MemoryGuard Memory => memory;

    /// <summary>The fidelity of workspaces that were not configured, and of requests without a workspace.</summary>
    public FidelityProfile Fidelity { get; } = FidelityProfile.Of(fidelity.Fidelity);
}
