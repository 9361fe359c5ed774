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
    private volatile Exception? _broken;
    private volatile bool _stopping;

    public LiteDocumentStore(IOptions<StorageOptions> options, ILogger<LiteDocumentStore> log)
    {
        _options = options.Value;
        _log = log;
        _writer = new Thread(Write) { IsBackground = true, Name = "store-writer" };
        _writer.Start();
    }

    public bool Keeps => true;

    public int Waiting => _open.Count;

    public Task Opened => _opened.Task;

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
        if (_broken is { } broken)
        {
            throw new StoreBusyException($"The data file cannot be written: {broken.Message}", broken);
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
            _broken = failure;
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

            if (_options.Durability == Durability.Relaxed && !_stopping)
            {
                _work.WaitOne(_options.CommitWindowMilliseconds);
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
        }
        catch (Exception failure)
        {
            _log.LogError("The data file cannot be written: {Reason}. Requests that change anything are refused from now on.", failure.Message);
            lock (_gate)
            {
                _broken = failure;
                _open.Fail(failure);
            }

            batch.Fail(failure);
            return false;
        }

        return !stopping;
    }

    /// <summary>What one commit will hold: the last state of each document, in the order of first change.</summary>
    private sealed class Batch
    {
        private readonly Dictionary<long, StoredDocument> _changes = [];
        private readonly List<int> _retired = [];
        private readonly TaskCompletionSource _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Count => _changes.Count;

        public bool HasWork => _changes.Count + _retired.Count > 0;

        /// <summary>Worlds nobody can reach once this is committed.</summary>
        public IEnumerable<int> Retired => _retired;

        public IEnumerable<StoredDocument> Changes => _changes.Values;

        public Task Committed => _committed.Task;

        public void Add(IReadOnlyList<StoredDocument> changes)
        {
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

        public void Fail(Exception failure) => _committed.SetException(new StoreBusyException("The data file cannot be written.", failure));
    }
}
