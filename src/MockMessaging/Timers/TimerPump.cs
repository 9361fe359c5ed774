using MockMessaging.Storage;

namespace MockMessaging.Timers;

/// <summary>The owner of timers: a workspace.</summary>
internal interface ITimerOwner
{
    /// <summary>What the log calls it.</summary>
    string Name { get; }

    /// <summary>How long the machine must wait until a timer is due; null if none ever is. It never throws.</summary>
    TimeSpan? HostTimeUntilNextTimer();

    void FireDueTimers();
}

/// <summary>One thread that fires the due timers of all workspaces.</summary>
internal sealed class TimerPump : IHostedService, IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private const int FewOverruled = 100;

    private readonly TimeProvider _host;
    private readonly ILogger<TimerPump> _log;
    private readonly object _gate = new();
    private readonly PriorityQueue<ITimerOwner, long> _next = new();
    private readonly Dictionary<ITimerOwner, long> _scheduled = [];
    private readonly Thread _thread;
    private bool _stopping;

    public TimerPump(TimeProvider host, ILogger<TimerPump> log)
    {
        _host = host;
        _log = log;
        _thread = new Thread(Run) { IsBackground = true, Name = "timer-pump" };
    }

    /// <summary>Call it when the next due time or the clock of a workspace has changed.</summary>
    public void Reschedule(ITimerOwner owner)
    {
        if (owner.HostTimeUntilNextTimer() is not { } wait)
        {
            return;
        }

        var at = _host.GetTimestamp() + (long)(wait.TotalSeconds * _host.TimestampFrequency);
        lock (_gate)
        {
            if (_scheduled.TryGetValue(owner, out var earlier) && earlier <= at)
            {
                return;
            }

            _scheduled[owner] = at;
            var soonest = !_next.TryPeek(out _, out var first) || at < first;
            _next.Enqueue(owner, at);
            DropOverruled();
            if (soonest)
            {
                Monitor.Pulse(_gate);
            }
        }
    }

    /// <summary>An entry that an earlier one replaced stays in the queue until its time, which may be weeks away; now and then these are removed.</summary>
    private void DropOverruled()
    {
        if (_next.Count > (2 * _scheduled.Count) + FewOverruled)
        {
            _next.Clear();
            _next.EnqueueRange(_scheduled.Select(wanted => (wanted.Key, wanted.Value)));
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _thread.Start();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        await Task.Run(_thread.Join, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _stopping = true;
            Monitor.Pulse(_gate);
        }
    }

    private void Run()
    {
        while (NextDue() is { } owner)
        {
            try
            {
                owner.FireDueTimers();
                Reschedule(owner);
            }
            catch (StoreBusyException)
            {
                // The disk has failed, and the store has logged why. No timer fires until the next start.
            }
            catch (Exception failure)
            {
                // A workspace sets itself aside rather than throw. If even that fails, the timers of the others go on.
                _log.LogError(failure, "The timers of workspace {Workspace} failed.", owner.Name);
            }
        }
    }

    private ITimerOwner? NextDue()
    {
        lock (_gate)
        {
            while (!_stopping)
            {
                if (!_next.TryPeek(out var owner, out var at))
                {
                    Monitor.Wait(_gate);
                    continue;
                }

                if (!_scheduled.TryGetValue(owner, out var wanted) || wanted != at)
                {
                    _next.Dequeue();
                    continue;
                }

                var wait = TimeSpan.FromSeconds((at - _host.GetTimestamp()) / (double)_host.TimestampFrequency);
                if (wait <= TimeSpan.Zero)
                {
                    _next.Dequeue();
                    _scheduled.Remove(owner);
                    return owner;
                }

                // Monitor waits in whole milliseconds: rounding up keeps the pump from spinning through the last one.
                Monitor.Wait(_gate, wait < LongestWait ? TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)) : LongestWait);
            }

            return null;
        }
    }
}
