using MockMessaging.Errors;
using MockMessaging.Events;
using MockMessaging.Fidelity;
using MockMessaging.Ids;
using MockMessaging.Limits;
using MockMessaging.State;
using MockMessaging.Storage;
using MockMessaging.Time;
using MockMessaging.Timers;

namespace MockMessaging.Workspaces;

/// <summary>The private data behind one API key: its state, its clock, and the one way to change either.</summary>
internal sealed partial class Workspace : ITimerOwner
{
    private const int LargestMark = 0xF_FFFF;

    private readonly Lock _sync = new();
    private readonly WorkspaceServices _services;
    private readonly TimerQueue _timers = new();
    private readonly WorkspaceTransaction _transaction;
    private readonly List<StoredRecord> _changes = [];
    private ChangesTogether? _together;
    private WorkspaceRecord _record;
    private WorkspaceState _state;
    private long _traces;

    public Workspace(WorkspaceServices services, WorkspaceRecord record, WorkspaceState state)
    {
        _services = services;
        _record = record;
        _state = state;
        Clock = new SandboxClock(services.Host);
        Feed = new EventFeed(services.Defaults.Limits.EventsKept);
        Uses = new WorkspaceUses(services.Host);
        RunMark = HashCode.Combine(services.Host.GetTimestamp()) & LargestMark;
        _transaction = new WorkspaceTransaction(services.Store);
        Journal = new RequestJournal(services.Defaults.Limits.RequestsKept, services.Defaults.Limits.RequestBytesKept);
        record.Clock?.Restore(Clock, services.Host);
    }

    public string Key => _record.Key;

    /// <summary>The key as it may stand in a log.</summary>
    public string Name => Masked(Key);

    public SandboxClock Clock { get; }

    public WorkspaceUses Uses { get; }

    /// <summary>True if something was changed in it, so that the server keeps it and counts it against its limit.</summary>
    public bool IsKept => StoreId > 0;

    /// <summary>Ascending in the order in which workspaces were first changed; 0 before the first change.</summary>
    public long StoreId => Volatile.Read(ref _record).StoreId;

    /// <summary>What stands for it in media links.</summary>
    public string MediaWorkspaceId => Volatile.Read(ref _state).Media.WorkspaceId;

    /// <summary>Scheme and host by which it was called last; null if it was not called since the start.</summary>
    public string? CallersAddress => _transaction.CallersAddress;

    /// <summary>Remembers the address of a request, for links that lead back to this server.</summary>
    public void CalledBy(string scheme, string host)
    {
        if (CallersAddress is not { } known || known.Length != scheme.Length + 3 + host.Length || !known.StartsWith(scheme, StringComparison.Ordinal) || !known.EndsWith(host, StringComparison.Ordinal))
        {
            _transaction.CallersAddress = $"{scheme}://{host}";
        }
    }

    /// <summary>Wakes the requests that wait for something to happen here.</summary>
    public ChangeSignal Changes { get; } = new();

    public RequestJournal Journal { get; }

    /// <summary>What happened, newest last. Only to be read within <see cref="Read"/>.</summary>
    public EventFeed Feed { get; }

    /// <summary>
    /// Marks the places in its live stream and outbox, whose numbers begin again with each start of the server, so that a place of an earlier run is noticed.
    /// Random, since hash codes differ from process to process; real randomness would load OpenSSL at each start.
    /// </summary>
    public int RunMark { get; }

    /// <summary>Number of the present state; changes with every reset.</summary>
    public int Generation => Volatile.Read(ref _state).Generation;

    /// <summary>Its records are kept here.</summary>
    public IRecordStore RecordStore => _services.Store;

    /// <summary>How many messages it holds.</summary>
    public int MessageCount => Volatile.Read(ref _state).Messages.Count;

    public bool HasFaults => Volatile.Read(ref _state).Faults.Count > 0;

    public FidelityProfile Fidelity => Volatile.Read(ref _state).Fidelity;

    /// <summary>Its own secret for the signatures of pushes; null for the server's.</summary>
    public string? SigningSecret => Volatile.Read(ref _state).SigningSecret;

    public static string Masked(string key) => key.Length <= 4 ? "…" : $"{key[..2]}…{key[^2..]}";

    /// <summary>Changes its settings, which a restart keeps; what is not given stays.</summary>
    /// <param name="signingSecret">Empty to remove its own.</param>
    public Task Configure(FidelityMode? fidelity, bool? careWindow, RulesMode? rules, StatusDelays delays, long? seed, string? signingSecret)
    {
        lock (_sync)
        {
            EnsureUsable();
            _services.Store.EnsureCapacity();
            return Keeping(() =>
            {
                _record.Fidelity = fidelity ?? _record.Fidelity;
                _record.CareWindow = careWindow ?? _record.CareWindow;
                _record.Rules = rules ?? _record.Rules;
                _record.Delays = delays.Or(_record.Delays);
                _record.SigningSecret = signingSecret is null ? _record.SigningSecret : signingSecret.Length > 0 ? signingSecret : null;
                _state.Fidelity = fidelity is { } mode ? FidelityProfile.Of(mode) : _state.Fidelity;
                _state.CareWindow = _record.CareWindow;
                _state.RulesMode = rules ?? _state.RulesMode;
                _state.Delays = _record.Delays;
                _state.SigningSecret = _record.SigningSecret;
                if (seed is { } given)
                {
                    _record.ChosenSeed = given;
                    _state.Reseed(given);
                }

                return Register(WorkspaceEventKind.Settings);
            });
        }
    }

    public string NextTraceId() => IdSource.Trace(Clock.NowMs, Interlocked.Increment(ref _traces));

    /// <exception cref="ApiException">The workspace is set aside.</exception>
    public T Read<T>(Func<WorkspaceState, T> look)
    {
        lock (_sync)
        {
            EnsureUsable();
            return look(_state);
        }
    }

    /// <summary>Adds an event that no change of the state causes.</summary>
    public void PublishEvent(WorkspaceEventKind kind)
    {
        lock (_sync)
        {
            Feed.Add(new WorkspaceEvent(0, kind, Clock.NowMs, null, null, null));
        }

        Changes.Pulse();
    }

    /// <summary>True if it has a client app of that id, queue code or name, even if it is set aside.</summary>
    public bool HasApp(string codeOrId)
    {
        lock (_sync)
        {
            return _state.FindApp(codeOrId) is not null;
        }
    }

    /// <summary>Keeps the workspace from now on, as a change would; false if it is kept already.</summary>
    /// <exception cref="TooManyWorkspacesException">The server holds as many as it may.</exception>
    public bool TryKeep()
    {
        lock (_sync)
        {
            if (IsKept)
            {
                return false;
            }

            _services.Store.EnsureCapacity();
            Keeping(() => Register());
            return true;
        }
    }

    /// <summary>Stores the workspace's own record, so that a restart knows its key.</summary>
    private Task Register(WorkspaceEventKind? happened = null)
    {
        var transaction = _transaction.Begin(_state, Clock.NowMs);
        transaction.Save(_record);
        if (happened is { } kind)
        {
            transaction.AddEvent(kind);
        }

        return Commit(transaction);
    }
}
