using MockMessaging.Contract;
using MockMessaging.Fidelity;
using MockMessaging.Ids;
using MockMessaging.Limits;
using MockMessaging.Seeding;

namespace MockMessaging.State;

/// <summary>Everything one workspace holds at present. A reset replaces it whole.</summary>
internal sealed class WorkspaceState
{
    public WorkspaceState(WorkspaceRecord record, WorkspaceDefaults defaults)
    {
        var (generation, seed, limits) = (record.Generation, record.ChosenSeed ?? record.Seed, defaults.Limits);
        Limits = limits;
        Memory = defaults.Memory;
        Fidelity = record.Fidelity is { } mode ? FidelityProfile.Of(mode) : defaults.Fidelity;
        Generation = generation;
        Seed = seed;
        CareWindow = record.CareWindow;
        RulesMode = record.Rules ?? defaults.RulesMode;
        SigningSecret = record.SigningSecret;
        Delays = record.Delays;
        Ids = new IdSource(seed);
        People = new People(seed);
        Media = new MediaLibrary(record.Key);
        Configuration = new WorkspaceConfiguration(defaults);
        Pushes = new Bounded<Push>(limits.PushesKept);
        Callbacks = new Bounded<Callback>(limits.CallbacksKept);
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

    /// <summary>What happens to messages that a provider would refuse.</summary>
    public RulesMode RulesMode { get; set; }

    /// <summary>Secret for the signatures of pushes; null for the server's.</summary>
    public string? SigningSecret { get; set; }

    public IdSource Ids { get; private set; }

    public People People { get; private set; }

    public Progress Progress { get; set; } = new();

    /// <summary>Channels, templates, client apps and variables.</summary>
    public WorkspaceConfiguration Configuration { get; }

    public App DefaultApp => Configuration.DefaultApp;

    public IReadOnlyList<HSMTemplateDoc> Templates => Configuration.Templates;

    public IReadOnlyList<CompanyVarsConfigDoc> Variables => Configuration.Variables;

    public IEnumerable<Channel> Channels => Configuration.Channels;

    public IEnumerable<App> Apps => Configuration.Apps;

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

    /// <summary>Messages that customers will write without being asked.</summary>
    public List<PlannedMessage> Planned { get; } = [];

    public MediaLibrary Media { get; }

    public List<Traffic> Traffics { get; } = [];

    /// <summary>How many groups of them were started, to number them: ids of messages do not depend on it.</summary>
    public int TrafficsStarted { get; set; }

    /// <summary>Pushes held until another of their contact has overtaken them.</summary>
    public List<Push> Overtaken { get; } = [];

    public Bounded<Push> Pushes { get; }

    public UnstoredPushes Unstored { get; } = new();

    /// <summary>The contact/info requests that wait for the business.</summary>
    public PushBacklog ContactInfoCalls { get; } = new();

    public Bounded<Callback> Callbacks { get; }

    public PushBacklog BacklogOf(Push push) => push.App?.Backlog ?? ContactInfoCalls;

    public Channel? FindChannel(string channelId) => Configuration.FindChannel(channelId);

    /// <summary>The app of a queue code, an id or a name, as the vendor looks them up.</summary>
    public App? FindApp(string codeOrId) => Configuration.FindApp(codeOrId);

    public App? AppOfQueue(string? queue) => queue is null ? null : Configuration.AppOfQueue(queue);

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
}

internal sealed class WorkspaceDefaults(Fixtures fixtures, WorkspaceLimits limits, FidelityOptions fidelity, MemoryGuard memory)
{
    public Fixtures Fixtures => fixtures;

    /// <summary>The channels of the fixtures by id, in their order. All workspaces share them until they change one.</summary>
    public IReadOnlyDictionary<string, Channel> Channels { get; } = fixtures.Channels.Select(Channel.Of).ToDictionary(channel => channel.ChannelId, StringComparer.Ordinal);

    public WorkspaceLimits Limits => limits;

    public MemoryGuard Memory => memory;

    /// <summary>The fidelity of workspaces that were not configured, and of requests without a workspace.</summary>
    public FidelityProfile Fidelity { get; } = FidelityProfile.Of(fidelity.Fidelity);

    /// <summary>For workspaces that were not configured.</summary>
    public RulesMode RulesMode => fidelity.Rules;
}
