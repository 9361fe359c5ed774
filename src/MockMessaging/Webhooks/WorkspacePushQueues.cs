using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Webhooks;

/// <summary>
/// The push queues of one workspace: in order per contact, in parallel across contacts, with a bounded number of workers per client app so
/// that a dead receiver delays no other app.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A reset may end the queues while a stop ends them, too. Sources without timers have nothing to release.")]
internal sealed partial class WorkspacePushQueues(Workspace workspace, PushSender sender, WebhooksOptions options, TimeProvider host, ILogger log)
{
    private static readonly TimeSpan VoidGrace = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private readonly Dictionary<object, AppQueues> _byApp = [];
    private readonly CancellationTokenSource _stopped = new();
    private readonly CancellationTokenSource _aborted = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _generation = workspace.Generation;
    private TaskCompletionSource? _idle;
    private long _lastAttemptAt;
    private int _pending;
    private int _workers;
    private bool _voided;
    private bool _finishing;

    public void Enqueue(Push push)
    {
        lock (_gate)
        {
            if (_voided)
            {
                push.Settle();
                return;
            }

            var app = OfApp(push.App);
            _pending++;
            if (app.ByContact.TryGetValue(push.ContactId, out var waiting))
            {
                waiting.Enqueue(push);
                return;
            }

            app.ByContact.Add(push.ContactId, new Queue<Push>([push]));
            app.Ready.Enqueue(push.ContactId);
            if (app.Workers < options.Parallel && !_finishing)
            {
                app.Workers++;
                _workers++;
                _ = Task.Run(app.WorkAsync);
            }
        }
    }

    /// <summary>How many pushes of an app are being sent, and the oldest without a response.</summary>
    public (int UnderWay, Push? Oldest) Look(App? app)
    {
        lock (_gate)
        {
            return _byApp.TryGetValue(KeyOf(app), out var queues)
                ? (queues.Workers, queues.ByContact.Values.Select(waiting => waiting.Peek()).MinBy(push => push.CreatedAt))
                : default;
        }
    }

    public int TotalPending => Volatile.Read(ref _pending);

    public bool IsIdle => TotalPending == 0;

    public Task IdleAsync()
    {
        lock (_gate)
        {
            return _pending == 0 ? Task.CompletedTask : (_idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>
    /// Drops the pushes that wait, and completes when none is being sent. An attempt that has just started gets a short grace: if it were
    /// aborted at once, the request could still reach the receiver after this has completed.
    /// </summary>
    public Task DiscardAsync()
    {
        lock (_gate)
        {
            _voided = true;
            foreach (var app in _byApp.Values)
            {
                foreach (var push in app.ByContact.Values.SelectMany(waiting => waiting))
                {
                    push.Settle();
                }

                app.Ready.Clear();
                app.ByContact.Clear();
            }

            _pending = 0;
            _idle?.TrySetResult();
            EndIfDrained();
        }

        return EndAsync(VoidGrace - Stopwatch.GetElapsedTime(Volatile.Read(ref _lastAttemptAt)));
    }

    /// <summary>Starts no more attempts, and completes when none is under way. Those without a response at the end of the grace are aborted.</summary>
    public Task FinishAsync(TimeSpan grace)
    {
        lock (_gate)
        {
            _finishing = true;
            EndIfDrained();
        }

        return EndAsync(grace);
    }

    private async Task EndAsync(TimeSpan grace)
    {
        await _stopped.CancelAsync().ConfigureAwait(false);
        if (grace > TimeSpan.Zero)
        {
            await _drained.Task.WaitAsync(grace).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _aborted.CancelAsync().ConfigureAwait(false);
        await _drained.Task.ConfigureAwait(false);
    }

    private AppQueues OfApp(App? app)
    {
        if (!_byApp.TryGetValue(KeyOf(app), out var queues))
        {
            _byApp.Add(KeyOf(app), queues = new AppQueues(this));
        }

        return queues;
    }

    /// <summary>contact/info requests belong to no app and have queues of their own.</summary>
    private object KeyOf(App? app) => (object?)app ?? this;

    /// <summary>The next push for a worker; null if it has to end.</summary>
    private Push? TakeNext(AppQueues app)
    {
        lock (_gate)
        {
            if (!_finishing && app.Ready.TryDequeue(out var contact))
            {
                return app.ByContact[contact].Peek();
            }

            app.Workers--;
            _workers--;
            EndIfDrained();
            return null;
        }
    }

    private void EndIfDrained()
    {
        if (_workers == 0 && (_voided || _finishing))
        {
            _drained.TrySetResult();
        }
    }

    private void Complete(AppQueues app, Push push)
    {
        push.Settle();
        lock (_gate)
        {
            if (_voided)
            {
                return;
            }

            var waiting = app.ByContact[push.ContactId];
            waiting.Dequeue();
            if (waiting.Count == 0)
            {
                app.ByContact.Remove(push.ContactId);
            }
            else
            {
                app.Ready.Enqueue(push.ContactId);
            }

            if (--_pending > 0)
            {
                return;
            }

            _idle?.TrySetResult();
            _idle = null;
        }

        workspace.Changes.Pulse();
    }

    /// <summary>The queues of one client app. Guarded by the lock of its owner.</summary>
    private sealed class AppQueues(WorkspacePushQueues owner)
    {
        /// <summary>The first push of each queue is being sent, or its contact is in <see cref="Ready"/>.</summary>
        public Dictionary<string, Queue<Push>> ByContact { get; } = new(StringComparer.Ordinal);

        public Queue<string> Ready { get; } = new();

        public int Workers { get; set; }

        public async Task WorkAsync()
        {
            while (owner.TakeNext(this) is { } push)
            {
                await owner.AttemptAsync(push).ConfigureAwait(false);
                owner.Complete(this, push);
            }
        }
    }
}
