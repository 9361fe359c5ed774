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

    /// <summary>What a fresh key finds: the fixtures, and under the key of the examples their conversations.</summary>
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

    /// <summary>How much it may hold.</summary>
    public WorkspaceLimits Limits { get; }

    /// <summary>How much all workspaces together hold.</summary>
    public MemoryGuard Memory { get; }

    public long Seed { get; private set; }

    /// <summary>Whether free text outside the care window fails, where the workspace was told.</summary>
    public bool? CareWindow { get; set; }

    /// <summary>Which truth the workspace follows.</summary>
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

    /// <summary>How many lines the transcripts have beside the messages.</summary>
    public int Entries { get; private set; }

    public Dictionary<(string? Type, string? Id), DigitalObject> DigitalObjects { get; } = [];

    public List<DigitalEvent> DigitalEvents { get; } = [];

    /// <summary>How fast messages move, where the workspace was told.</summary>
    public StatusDelays Delays { get; set; }

    /// <summary>What chooses how messages fare, asked in this order.</summary>
    public List<OutcomeRule> Rules { get; } = [];

    /// <summary>What is made to go wrong on purpose.</summary>
    public List<Fault> Faults { get; } = [];

    /// <summary>Customers who write by themselves.</summary>
    public List<Traffic> Traffics { get; } = [];

    /// <summary>Pushes held until another of their contact has overtaken them.</summary>
    public List<Push> Overtaken { get; } = [];

    public Bounded<Push> Pushes { get; }

    public UnstoredPushes Unstored { get; } = new();

    /// <summary>What waits for the business that is asked who contacts are.</summary>
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

    /// <summary>Adds a line to the transcript of a session.</summary>
    public void Add(Session session, SessionEntry entry)
    {
        session.Add(entry);
        Entries++;
    }

    /// <summary>Lets ids and people follow from another seed from now on; none is given out twice.</summary>
    public void Reseed(long seed)
    {
        Seed = seed;
        Ids = new IdSource(seed) { Count = Ids.Count };
        People = new People(seed);
    }

    /// <summary>Puts back an app as it was stored.</summary>
    public void Restore(App app)
    {
        if (_apps.TryGetValue(app.Id, out var seeded))
        {
            seeded.StoreId = app.StoreId;
            seeded.Webhook = app.Webhook;
        }
    }
}
