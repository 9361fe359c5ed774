using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MockMessaging.Storage;

/// <summary>What one commit will hold: the last state of each record.</summary>
internal sealed class CommitBatch(int expected)
{
    private readonly Dictionary<RecordKey, StoredRecord> _changes = new(expected);
    private readonly List<int> _removed = [];
    private TaskCompletionSource? _committed;
    private long? _began;

    /// <summary>How long the oldest change has waited.</summary>
    public TimeSpan Age => _began is { } began ? Stopwatch.GetElapsedTime(began) : TimeSpan.Zero;

    public bool HasWork => _changes.Count + _removed.Count > 0;

    /// <summary>True if a caller waits until it is committed.</summary>
    public bool IsAwaited => _committed is not null;

    /// <summary>Generations that are not used any more once this is committed.</summary>
    public IReadOnlyList<int> Removed => _removed;

    public IReadOnlyCollection<StoredRecord> Changes => _changes.Values;

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

    public void Done() => _committed?.TrySetResult();

    public void Fail(string refusal) => _committed?.TrySetException(new StoreBusyException(refusal));
}
