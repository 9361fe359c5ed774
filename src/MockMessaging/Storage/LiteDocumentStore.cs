using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace MockMessaging.Storage;

/// <summary>
/// The one writer: gathers transactions for a moment, keeps the last state of each document, and commits them together.
/// A transaction is never cut over two commits, so the file always holds a prefix of what happened.
/// </summary>
internal sealed class LiteDocumentStore : IDocumentStore
{
    private readonly StorageOptions _options;
    private readonly ILogger<LiteDocumentStore> _log;
    private readonly Lock _gate = new();
    private readonly AutoResetEvent _work = new(false);
    private readonly TaskCompletionSource<IReadOnlyList<StoredDocument>> _kept = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread _writer;
    private Batch _open = new();
    private long _lastId;
    private volatile string? _refusal;
    private volatile bool _stopping;

    public LiteDocumentStore(IOptions<StorageOptions> options, ILogger<LiteDocumentStore> log)
    {
        _options = options.Value;
        _log = log;
        _writer = new Thread(Write) { IsBackground = true, Name = "store-writer" };
        _writer.Start();
    }

    public bool Keeps => true;

    public Task Opened => _opened.Task;

    public string? Refusal => _refusal;

    public long NextId() => Interlocked.Increment(ref _lastId);

    public Task<IReadOnlyList<StoredDocument>> ReadAllAsync() => _kept.Task;

    public void EnsureRoom()
    {
        ThrowIfBroken();
        if (_open.Count >= _options.MaxWaiting)
        {
            throw new StoreBusyException($"More than {_options.MaxWaiting} changes wait for the disk (Storage:MaxWaiting).");
        }
    }

    public Task Append(IReadOnlyList<StoredDocument> changes)
    {
        Batch batch;
        bool first;
        lock (_gate)
        {
            ThrowIfBroken();
            batch = _open;
            first = batch.Count == 0;
            batch.Add(changes);
        }

        if (first || _options.Durability == Durability.Strict)
        {
            _work.Set();
        }

        return _options.Durability == Durability.Strict ? batch.Committed : Task.CompletedTask;
    }

    public void Retire(int world)
    {
        lock (_gate)
        {
            _open.Retire(world);
        }

        _work.Set();
    }

    public async ValueTask DisposeAsync()
    {
        _stopping = true;
        _work.Set();
        await Task.Run(_writer.Join).ConfigureAwait(false);
        _work.Dispose();
    }

    private void ThrowIfBroken()
    {
        if (_refusal is { } refusal)
        {
            throw new StoreBusyException(refusal);
        }
    }

    private void Write()
    {
        LiteFile file;
        try
        {
            file = new LiteFile(_options.Path);
            _opened.SetResult();
            var kept = file.ReadAll();
            _lastId = kept.Count == 0 ? 0 : kept[^1].Id;
            _kept.SetResult(kept);
        }
        catch (Exception failure)
        {
            _refusal = failure.Message;
            _opened.TrySetException(failure);
            _kept.SetException(failure);
            return;
        }

        using (file)
        {
            while (CommitNext(file))
            {
            }
        }
    }

    private bool CommitNext(LiteFile file)
    {
        var stopping = _stopping;
        if (!stopping)
        {
            if (!file.HasDead)
            {
                _work.WaitOne();
            }

            if (_options.Durability == Durability.Relaxed && !_stopping && WindowLeft() is var left && left > TimeSpan.Zero)
            {
                _work.WaitOne(left);
            }
        }

        Batch batch;
        lock (_gate)
        {
            batch = _open;
            _open = new Batch();
        }

        try
        {
            if (batch.HasWork || file.HasDead)
            {
                file.Commit(batch.Changes, batch.Retired);
            }

            batch.Done();
            file.Tidy();
        }
        catch (Exception failure)
        {
            var refusal = $"The data file '{_options.Path}' (Storage:Path) cannot be written: {failure.Message.ReplaceLineEndings(" ").TrimEnd('.')}. " +
                "Nothing can be changed until this is mended, room made for instance, and the server started again.";
            _log.LogError("{Refusal}", refusal);
            lock (_gate)
            {
                _refusal = refusal;
                _open.Fail(refusal);
            }

            batch.Fail(refusal);
            return false;
        }

        return !stopping;
    }

    /// <summary>How much longer changes are gathered: the window begins with the oldest of them, which may have waited for the commit before.</summary>
    private TimeSpan WindowLeft()
    {
        lock (_gate)
        {
            return TimeSpan.FromMilliseconds(_options.CommitWindowMilliseconds) - _open.Age;
        }
    }

    /// <summary>What one commit will hold: the last state of each document, in the order of first change.</summary>
    private sealed class Batch
    {
        private readonly Dictionary<long, StoredDocument> _changes = [];
        private readonly List<int> _retired = [];
        private readonly TaskCompletionSource _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long? _began;

        public TimeSpan Age => _began is { } began ? Stopwatch.GetElapsedTime(began) : TimeSpan.Zero;

        public int Count => _changes.Count;

        public bool HasWork => _changes.Count + _retired.Count > 0;

        /// <summary>Worlds nobody can reach once this is committed.</summary>
        public IEnumerable<int> Retired => _retired;

        public IEnumerable<StoredDocument> Changes => _changes.Values;

        public Task Committed => _committed.Task;

        public void Add(IReadOnlyList<StoredDocument> changes)
        {
            _began ??= Stopwatch.GetTimestamp();
            foreach (var change in changes)
            {
                var unwritten = change.IsNew || (_changes.TryGetValue(change.Id, out var earlier) && earlier.IsNew);
                if (change.Data is null && unwritten)
                {
                    _changes.Remove(change.Id);
                }
                else
                {
                    _changes[change.Id] = change with { IsNew = unwritten };
                }
            }
        }

        public void Retire(int world)
        {
            foreach (var id in _changes.Values.Where(change => change.World == world).Select(change => change.Id).ToList())
            {
                _changes.Remove(id);
            }

            _retired.Add(world);
        }

        public void Done() => _committed.SetResult();

        public void Fail(string refusal)
        {
            _committed.TrySetException(new StoreBusyException(refusal));

            // With Relaxed nobody waits for it.
            _ = _committed.Task.Exception;
        }
    }
}
