using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>One thread that fires the due timers of all workspaces.</summary>
internal sealed class TimerPump : IHostedService, IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private const int FewOverruled = 100;

    private readonly TimeProvider _host;
    private readonly ILogger<TimerPump> _log;
    private readonly object _gate = new();
    private readonly PriorityQueue<Workspace, long> _next = new();
    private readonly Dictionary<Workspace, long> _scheduled = [];
    private readonly Thread _thread;
    private bool _stopping;

    public TimerPump(TimeProvider host, ILogger<TimerPump> log)
    {
        _host = host;
        _log = log;
        _thread = new Thread(Run) { IsBackground = true, Name = "timer-pump" };
    }

    /// <summary>Tells the pump that a workspace's next due time or its clock has changed.</summary>
    public void Reschedule(Workspace workspace)
    {
        if (workspace.HostTimeUntilNextTimer() is not { } wait)
        {
            return;
        }

        var at = _host.GetTimestamp() + (long)(wait.TotalSeconds * _host.TimestampFrequency);
        lock (_gate)
        {
            if (_scheduled.TryGetValue(workspace, out var earlier) && earlier <= at)
            {
                return;
            }

            _scheduled[workspace] = at;
            var soonest = !_next.TryPeek(out _, out var first) || at < first;
            _next.Enqueue(workspace, at);
            DropOverruled();
            if (soonest)
            {
                Monitor.Pulse(_gate);
            }
        }
    }

    /// <summary>A moment that an earlier one overruled stays in the queue until its turn, which may be weeks away; now and then they are swept out.</summary>
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
        lock (_gate)
        {
            _stopping = true;
            Monitor.Pulse(_gate);
        }

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
        while (NextDue() is { } workspace)
        {
            try
            {
                Fire(workspace);
                Reschedule(workspace);
            }
            catch (Exception failure)
            {
                // A workspace puts itself aside rather than throw; if it cannot even do that, its timers rest, and all others go on.
                _log.LogError(failure, "The timers of workspace {Workspace} failed.", workspace.Name);
            }
        }
    }

    private static void Fire(Workspace workspace)
    {
        try
        {
            workspace.FireDueTimers();
        }
        catch (StoreBusyException)
        {
            // The disk failed meanwhile, and the store has said why.
        }
    }

    private Workspace? NextDue()
    {
        lock (_gate)
        {
            while (!_stopping)
            {
                if (!_next.TryPeek(out var workspace, out var at))
                {
                    Monitor.Wait(_gate);
                    continue;
                }

                if (!_scheduled.TryGetValue(workspace, out var wanted) || wanted != at)
                {
                    _next.Dequeue();
                    continue;
                }

                var wait = TimeSpan.FromSeconds((at - _host.GetTimestamp()) / (double)_host.TimestampFrequency);
                if (wait <= TimeSpan.Zero)
                {
                    _next.Dequeue();
                    _scheduled.Remove(workspace);
                    return workspace;
                }

                // Monitor waits in whole milliseconds: rounding up keeps the pump from spinning through the last one.
                Monitor.Wait(_gate, wait < LongestWait ? TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)) : LongestWait);
            }

            return null;
        }
    }
}
