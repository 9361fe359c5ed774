using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace MockMessaging.Storage;

/// <summary>
/// The one writer: gathers transactions for a moment, keeps the last state of each record, and commits them together. A transaction is never
/// cut over two commits, so the file always holds a prefix of what happened.
/// </summary>
internal sealed class LiteRecordStore : IRecordStore
{
    private const int ReadAtOnce = 200;

    private readonly StorageOptions _options;
    private readonly IReadOnlyList<string> _collections;
    private readonly CommitWindow _window;
    private readonly ILogger<LiteRecordStore> _log;
    private readonly Lock _gate = new();
    private readonly AutoResetEvent _work = new(false);
    private readonly CancellationTokenSource _stopping = new();
    private readonly BlockingCollection<List<StoredRecord>> _read = new(boundedCapacity: 8);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread _writer;
    private CommitBatch _open = new();
    private CommitBatch _spare = new();
    private Exception? _readFailure;
    private long _lastId;
    private volatile string? _refusal;

    /// <param name="collections">The collections, in the order in which they are read.</param>
    /// <param name="options">Where the file is, and when a change is durable.</param>
    /// <param name="log">For what can be said only there.</param>
    public LiteRecordStore(IReadOnlyList<string> collections, IOptions<StorageOptions> options, ILogger<LiteRecordStore> log)
    {
        _options = options.Value;
        _collections = collections;
        _window = new CommitWindow(TimeSpan.FromMilliseconds(_options.CommitWindowMilliseconds));
        _log = log;
        _writer = new Thread(Run) { IsBackground = true, Name = "store-writer" };
        _writer.Start();
    }

    public bool Keeps => true;

    public int Waiting => _open.Count;

    public bool WasKilled { get; private set; }

    public Task Opened => _opened.Task;

    public string? Refusal => _refusal;

    public long NextId() => Interlocked.Increment(ref _lastId);

    public IEnumerable<StoredRecord> ReadAll()
    {
        foreach (var record in _read.GetConsumingEnumerable().SelectMany(records => records))
        {
            yield return record;
        }

        if (_readFailure is { } failure)
        {
            throw failure;
        }
    }

    public void EnsureCapacity()
    {
        ThrowIfBroken();
        if (_open.Count >= _options.MaxWaiting)
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
            wakes = _open.Count == 0 || (waits && !_open.IsAwaited);
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
        await _stopping.CancelAsync().ConfigureAwait(false);
        _work.Set();
        await Task.Run(_writer.Join).ConfigureAwait(false);
        _work.Dispose();
        _read.Dispose();
        _stopping.Dispose();
    }

    private void ThrowIfBroken()
    {
        if (_refusal is { } refusal)
        {
            throw new StoreBusyException(refusal);
        }
    }

    private void Run()
    {
        try
        {
            using var file = new LiteFile(_options.Path, _collections, fillsLogAhead: _options.Durability == Durability.Strict);
            WasKilled = file.WasKilled;
            _opened.SetResult();
            WarnOfLostLog(file);
            Read(file);
            while (CommitNext(file))
            {
            }
        }
        catch (Exception failure) when (!_read.IsCompleted)
        {
            _refusal = failure.Message;
            _readFailure = failure;
            _opened.TrySetException(failure);
            _read.CompleteAdding();
        }
        catch (Exception failure)
        {
            // What was committed is in the log, which the next run reads.
            _log.LogError("The data file '{Path}' (Storage:Path) could not be closed in order: {Reason}", _options.Path, failure.Message);
        }
    }

    private void WarnOfLostLog(LiteFile file)
    {
        if (file.LostLog is { } lost)
        {
            _log.LogWarning(
                "The data file '{Path}' (Storage:Path) was not closed in order, and its log '{Log}' is missing or empty: what was changed last before the end of that run may be lost. If the log lies elsewhere, stop the server, put it back and start again.",
                _options.Path,
                lost);
        }
    }

    /// <summary>Reads ahead of whoever consumes the records, a few at a time.</summary>
    private void Read(LiteFile file)
    {
        foreach (var records in file.ReadAll().Chunk(ReadAtOnce))
        {
            RaiseLastId(records.Max(record => record.Key.Id));
            _read.Add([.. records], _stopping.Token);
        }

        _read.CompleteAdding();
    }

    private void RaiseLastId(long id)
    {
        for (var known = _lastId; known < id;)
        {
            known = Interlocked.CompareExchange(ref _lastId, id, known);
        }
    }

    private TimeSpan TimeToGather()
    {
        lock (_gate)
        {
            return _open.IsAwaited ? TimeSpan.Zero : _window.Left(_open.Age);
        }
    }

    private bool CommitNext(LiteFile file)
    {
        var stopping = _stopping.IsCancellationRequested;
        if (!stopping)
        {
            if (!file.IsRemoving)
            {
                _work.WaitOne();
            }

            // Woken early by whoever waits for the commit.
            if (!_stopping.IsCancellationRequested && TimeToGather() is var left && left > TimeSpan.Zero)
            {
                _work.WaitOne(left);
            }
        }

        CommitBatch batch;
        lock (_gate)
        {
            batch = _open;
            _open = _spare;
        }

        try
        {
            if (batch.HasWork)
            {
                var began = Stopwatch.GetTimestamp();
                file.Commit(batch.Changes, batch.Removed);
                _window.Committed(Stopwatch.GetElapsedTime(began));
            }

            batch.Done();
            batch.Clear();
            _spare = batch;
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
            "Nothing can be changed until this is mended, room made for instance, and the server started again.";
        _log.LogError("{Refusal}", refusal);
        lock (_gate)
        {
            _refusal = refusal;
            _open.Fail(refusal);
        }

        batch.Fail(refusal);
    }
}
