using MockMessaging.State;
using MockMessaging.Time;

namespace MockMessaging.Timers;

/// <summary>The timers of a workspace, in due order.</summary>
internal sealed class TimerQueue
{
    private static readonly Comparer<DueOrder> LatestFirst = Comparer<DueOrder>.Create(static (one, other) => other.CompareTo(one));

    private readonly PriorityQueue<SandboxTimer, DueOrder> _timers = new();

    public int Count => _timers.Count;

    /// <summary>When the next is due; null if there is none.</summary>
    public DueOrder? Next => _timers.TryPeek(out _, out var due) ? due : null;

    /// <summary>Adds timers. True if the next is now due earlier.</summary>
    public bool Add(List<SandboxTimer> timers)
    {
        var before = Next?.DueMs ?? long.MaxValue;
        foreach (var timer in timers)
        {
            _timers.Enqueue(timer, timer.Due);
        }

        return Next?.DueMs < before;
    }

    /// <summary>Removes a timer, in time for each timer there is.</summary>
    public void Remove(SandboxTimer timer) => _timers.Remove(timer, out _, out _);

    /// <summary>The first timers to fall due, in that order. Takes time for each timer there is, and memory only for those it returns.</summary>
    public IEnumerable<SandboxTimer> Soonest(int most)
    {
        var soonest = new PriorityQueue<SandboxTimer, DueOrder>(LatestFirst);
        foreach (var (timer, due) in _timers.UnorderedItems)
        {
            if (soonest.Count < most)
            {
                soonest.Enqueue(timer, due);
            }
            else
            {
                soonest.EnqueueDequeue(timer, due);
            }
        }

        return soonest.UnorderedItems.OrderBy(item => item.Priority).Select(item => item.Element);
    }

    public SandboxTimer Take() => _timers.Dequeue();

    public void Clear()
    {
        _timers.Clear();
        _timers.TrimExcess();
    }
}
