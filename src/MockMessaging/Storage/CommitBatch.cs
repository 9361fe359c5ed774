using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MockMessaging.Storage;

/// <summary>What one commit will hold: the last state of each document. Two take turns, so that none has to grow anew.</summary>
internal sealed class CommitBatch
{
    private const int LargestKept = 20_000;

    private readonly Dictionary<long, StoredDocument> _changes = [];
    private readonly List<int> _retired = [];
    private TaskCompletionSource? _committed;
    private long? _began;

    /// <summary>How long the oldest change has waited.</summary>
    public TimeSpan Age => _began is { } began ? Stopwatch.GetElapsedTime(began) : TimeSpan.Zero;

    public int Count => _changes.Count;

    public bool HasWork => _changes.Count + _retired.Count > 0;

    /// <summary>Whether somebody waits until it is committed.</summary>
    public bool IsAwaited => _committed is not null;

    /// <summary>Generations nobody can reach once this is committed.</summary>
    public IEnumerable<int> Retired => _retired;

    public IEnumerable<StoredDocument> Changes => _changes.Values;

    /// <summary>Ends when it is committed.</summary>
    public Task Committed => (_committed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Add(ReadOnlySpan<StoredDocument> changes)
    {
        _began ??= Stopwatch.GetTimestamp();
        foreach (ref readonly var change in changes)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_changes, change.Id, out var exists);
            var unwritten = change.IsNew || (exists && known.IsNew);
            if (change.Data is null && unwritten)
            {
                _changes.Remove(change.Id);
            }
            else
            {
                known = change with { IsNew = unwritten };
            }
        }
    }

    public void Retire(int world)
    {
        foreach (var id in _changes.Values.Where(change => change.Generation == world).Select(change => change.Id).ToList())
        {
            _changes.Remove(id);
        }

        _retired.Add(world);
    }

    public void Done() => _committed?.SetResult();

    public void Fail(string refusal) => _committed?.TrySetException(new StoreBusyException(refusal));

    /// <summary>Starts over for a later commit.</summary>
    public void Clear()
    {
        _committed = null;
        _began = null;
        _retired.Clear();
        _changes.Clear();
        if (_changes.EnsureCapacity(0) > LargestKept)
        {
            _changes.TrimExcess();
        }
    }
}
