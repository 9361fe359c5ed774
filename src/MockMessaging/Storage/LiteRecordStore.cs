namespace MockMessaging.Storage;

/// <summary>
/// The one writer: gathers transactions for a moment, keeps the last state of each record, and commits them together. A transaction is never
/// cut over two commits, so the file always holds a prefix of what happened.
/// </summary>
internal sealed class LiteRecordStore : IRecordStore, IStoreStatus
{
    private readonly StorageOptions _options;
    private readonly TimeSpan _gathering;
    private readonly ILogger<LiteRecordStore> _log;
    private readonly Lock _gate = new();
    private readonly AutoResetEvent _work = new(false);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ReadAhead _read = new();
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread _writer;
    private CommitBatch _open = new(0);
    private long _lastId;
    private bool _isDisposed;
    private volatile string? _refusal;

    public LiteRecordStore(IReadOnlyList<string> collections, StorageOptions options, ILogger<LiteRecordStore> log)
    {
        _options = options;

        // The other half of the window is for the commit itself.
        _gathering = TimeSpan.FromMilliseconds(_options.CommitWindowMilliseconds) / 2;
        _log = log;
        _writer = new Thread(() => Run(collections)) { IsBackground = true, Name = "store-writer" };
        _writer.Start();
    }

    public string Kind => "file";

    public string Place => $"{Path.GetFullPath(_options.Path)} ({_options.Durability})";

    public bool IsDurable => true;

    public int Waiting => _open.Changes.Count;

    public bool WasKilled { get; private set; }

    public Task Opened => _opened.Task;

    public string? Refusal => _refusal;

    public void SkipIds(long upTo)
    {
        for (var known = _lastId; known < upTo;)
        {
            known = Interlocked.CompareExchange(ref _lastId, upTo, known);
        }
    }

    public long NextId() => Interlocked.Increment(ref _lastId);

    public IEnumerable<StoredRecord> ReadAll() => _read.Read();

    public void EnsureCapacity()
    {
        ThrowIfBroken();
        if (Waiting >= _options.MaxWaiting)
        {
            throw new StoreBusyException($"More than {_options.MaxWaiting} changes wait for the disk (Storage:MaxWaiting).");
        }
    }

    public Task Append(ReadOnlySpan<StoredRecord> changes, bool urgent)
    {
        var waits = urgent && _options.Durability == Durability.Strict;
        Task committed;
        bool wakes;
        lock (_gate)
        {
            ThrowIfBroken();
            wakes = !_open.HasWork || (waits && !_open.IsAwaited);
            _open.Add(changes);
            committed = waits ? _open.Committed : Task.CompletedTask;
        }

        if (wakes)
        {
            _work.Set();
        }

        return committed;
    }

    public void Remove(int generation)
    {
        // Generation 0 is what outlives all of them.
        ArgumentOutOfRangeException.ThrowIfLessThan(generation, 1);
        lock (_gate)
        {
            _open.Remove(generation);
        }

        _work.Set();
    }

    public async ValueTask DisposeAsync()
    {
        // The container registers it under two types, and disposes of it once for each.
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        _work.Set();
        await Task.Run(_writer.Join).ConfigureAwait(false);
        _work.Dispose();
        _stopping.Dispose();
    }

    private void ThrowIfBroken()
    {
        if (_refusal is { } refusal)
        {
            throw new StoreBusyException(refusal);
        }
    }

    private void Run(IReadOnlyList<string> collections)
    {
        try
        {
            using var file = new LiteFile(_options.Path, collections, fillsLogAhead: _options.Durability == Durability.Strict);
            WasKilled = file.WasKilled;
            _opened.SetResult();
            if (file.LostLog is { } lost)
            {
                _log.LogWarning(
                    "The data file '{Path}' (Storage:Path) was not closed in order, and its log '{Log}' is missing or empty: what was changed last before the end of that run may be lost. If the log lies elsewhere, stop the server, put it back and start again.",
                    _options.Path,
                    lost);
            }

            _read.Fill(file.ReadAll(), records => SkipIds(records.Max(static record => record.Key.Id)), _stopping.Token);
            while (CommitNext(file))
            {
            }
        }
        catch (Exception failure) when (!_read.IsComplete)
        {
            _refusal = failure.Message;
            _opened.TrySetException(failure);
            _read.Complete(failure);
        }
        catch (Exception failure)
        {
            // What was committed is in the log, which the next run reads.
            _log.LogError("The data file '{Path}' (Storage:Path) could not be closed in order: {Reason}", _options.Path, failure.Message);
        }
    }

    private TimeSpan TimeToGather()
    {
        lock (_gate)
        {
            return _open.IsAwaited ? TimeSpan.Zero : _gathering - _open.Age;
        }
    }

    /// <summary>Waits for changes, and commits them. False after the last commit.</summary>
    private bool CommitNext(LiteFile file)
    {
        var stopping = _stopping.IsCancellationRequested;
        if (!stopping && !file.IsRemoving)
        {
            _work.WaitOne();
        }

        // A change that is waited for ends the wait.
        if (!_stopping.IsCancellationRequested && TimeToGather() is var left && left > TimeSpan.Zero)
        {
            _work.WaitOne(left);
        }

        CommitBatch batch;
        lock (_gate)
        {
            batch = _open;
            _open = new CommitBatch(batch.Changes.Count);
        }

        try
        {
            if (batch.HasWork)
            {
                file.Commit(batch.Changes, batch.Removed);
            }

            batch.Done();
            file.Tidy();
        }
        catch (Exception failure)
        {
            Refuse(batch, failure);
            return false;
        }

        return !stopping;
    }

    private void Refuse(CommitBatch batch, Exception failure)
    {
        var refusal = $"The data file '{_options.Path}' (Storage:Path) cannot be written: {failure.Message.ReplaceLineEndings(" ").TrimEnd('.')}. " +
            "Nothing can be changed until this is repaired (for example, by making room) and the server is started again.";
        _log.LogError("{Refusal}", refusal);
        lock (_gate)
        {
            _refusal = refusal;
            _open.Fail(refusal);
        }

        batch.Fail(refusal);
    }
}
