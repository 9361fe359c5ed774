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
    private readonly CommitWindow _window;
    private readonly ILogger<LiteDocumentStore> _log;
    private readonly Lock _gate = new();
    private readonly AutoResetEvent _work = new(false);
    private readonly TaskCompletionSource _read = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread _writer;
    private List<KeptDocument> _kept = [];
    private CommitBatch _open = new();
    private CommitBatch _spare = new();
    private long _lastId;
    private volatile string? _refusal;
    private volatile bool _stopping;

    public LiteDocumentStore(IOptions<StorageOptions> options, ILogger<LiteDocumentStore> log)
    {
        _options = options.Value;
        _window = new CommitWindow(TimeSpan.FromMilliseconds(_options.CommitWindowMilliseconds));
        _log = log;
        _writer = new Thread(Write) { IsBackground = true, Name = "store-writer" };
        _writer.Start();
    }

    public bool Keeps => true;

    public int Waiting => _open.Count;

    public bool WasCutOff { get; private set; }

    public Task Opened => _opened.Task;

    public string? Refusal => _refusal;

    public long NextId() => Interlocked.Increment(ref _lastId);

    public async Task<IReadOnlyList<KeptDocument>> ReadAllAsync()
    {
        await _read.Task.ConfigureAwait(false);
        return Interlocked.Exchange(ref _kept, []);
    }

    public void EnsureRoom()
    {
        ThrowIfBroken();
        if (_open.Count >= _options.MaxWaiting)
        {
            throw new StoreBusyException($"More than {_options.MaxWaiting} changes wait for the disk (Storage:MaxWaiting).");
        }
    }

    public Task Append(ReadOnlySpan<StoredDocument> changes, bool urgent)
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
            if (file.LostLog is { } lost)
            {
                _log.LogWarning(
                    "The data file '{Path}' (Storage:Path) was not closed in order, and its log '{Log}' is missing or empty: what was changed last before the end of that run may be lost. If the log lies elsewhere, stop the server, put it back and start again.",
                    _options.Path,
                    lost);
            }

            _kept = file.ReadAll();
            (_lastId, WasCutOff) = (file.LastId, file.WasCutOff);
            _read.SetResult();
        }
        catch (Exception failure)
        {
            _refusal = failure.Message;
            _opened.TrySetException(failure);
            _read.SetException(failure);
            return;
        }

        using (file)
        {
            while (CommitNext(file))
            {
            }
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
        var stopping = _stopping;
        if (!stopping)
        {
            if (!file.HasDead)
            {
                _work.WaitOne();
            }

            // Woken early by whoever waits for the commit.
            if (!_stopping && TimeToGather() is var left && left > TimeSpan.Zero)
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
            if (batch.HasWork || file.HasDead)
            {
                var began = Stopwatch.GetTimestamp();
                file.Commit(batch.Changes, batch.Retired);
                _window.Committed(Stopwatch.GetElapsedTime(began));
            }

            batch.Done();
            batch.Clear();
            _spare = batch;
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
}
