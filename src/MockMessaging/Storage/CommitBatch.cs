using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MockMessaging.Storage;

/// <summary>What one commit will hold: the last state of each record. Two take turns, so that none has to grow again.</summary>
internal sealed class CommitBatch
{
    private const int LargestKept = 20_000;

    private readonly Dictionary<RecordKey, StoredRecord> _changes = [];
    private readonly List<int> _removed = [];
    private TaskCompletionSource? _committed;
    private long? _began;

    /// <summary>How long the oldest change has waited.</summary>
    public TimeSpan Age => _began is { } began ? Stopwatch.GetElapsedTime(began) : TimeSpan.Zero;

    public int Count => _changes.Count;

    public bool HasWork => _changes.Count + _removed.Count > 0;

    /// <summary>True if a caller waits until it is committed.</summary>
    public bool IsAwaited => _committed is not null;

    /// <summary>Generations that nothing leads to once this is committed.</summary>
    public IEnumerable<int> Removed => _removed;

    public IEnumerable<StoredRecord> Changes => _changes.Values;

    /// <summary>Completes when it is committed.</summary>
    public Task Committed => (_committed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Add(ReadOnlySpan<StoredRecord> changes)
    {
        _began ??= Stopwatch.GetTimestamp();
        foreach (ref readonly var change in changes)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_changes, change.Key, out var exists);
            var isUnwritten = change.IsNew || (exists && known.IsNew);
            if (change.Fields is null && isUnwritten)
            {
                _changes.Remove(change.Key);
            }
            else
            {
                known = change with { IsNew = isUnwritten };
            }
        }
    }

    public void Remove(int generation)
    {
        foreach (var key in _changes.Keys.Where(key => key.Generation == generation).ToList())
        {
            _changes.Remove(key);
        }

        _removed.Add(generation);
    }

    public void Done() => _committed?.SetResult();

    public void Fail(string refusal) => _committed?.TrySetException(new StoreBusyException(refusal));

    /// <summary>Starts over for a later commit.</summary>
    public void Clear()
    {
        _committed = null;
        _began = null;
        _removed.Clear();
        _changes.Clear();
        if (_changes.EnsureCapacity(0) > LargestKept)
        {
            _changes.TrimExcess();
        }
    }
}

/// <summary>
/// How long changes are gathered, so that the oldest is on disk when the window ends: the window less what the commit will take, and less a
/// reserve, since a thread that waits wakes late on a busy machine.
/// </summary>
/// <param name="length">How old a change may be when it is on disk.</param>
internal sealed class CommitWindow(TimeSpan length)
{
    private const double Reserve = 0.3;

    /// <summary>How long the last commit took; at first a guess, since the first takes longer than the others.</summary>
    private TimeSpan _lastCommit = length / 2;

    /// <summary>How much longer changes may be gathered; zero or less if it is time to commit.</summary>
    /// <param name="age">How long the oldest of them has waited, which may have been for the last commit.</param>
    public TimeSpan Left(TimeSpan age) => ((1 - Reserve) * length) - _lastCommit - age;

    /// <summary>Takes note of how long a commit took.</summary>
    public void Committed(TimeSpan took) => _lastCommit = took;
}
