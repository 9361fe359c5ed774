using MockMessaging.State;
using MockMessaging.Time;

namespace MockMessaging.Timers;

/// <summary>The timers of a workspace, in due order.</summary>
internal sealed class TimerQueue
{
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

    public SandboxTimer Take() => _timers.Dequeue();

    public void Clear()
    {
        _timers.Clear();
        _timers.TrimExcess();
    }
}
