using System.Diagnostics;
using MockMessaging.Http;
using MockMessaging.State;
using MockMessaging.Storage;
using MockMessaging.Workspaces;

namespace MockMessaging.Webhooks;

/// <summary>The lanes of one workspace's apps, and the count of what they still have to do.</summary>
internal sealed class WorkspaceLanes(Workspace workspace, PushSender sender, WebhooksOptions options, TimeProvider host, ILogger log) : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private readonly Dictionary<object, AppLanes> _byApp = [];
    private readonly CancellationTokenSource _closed = new();
    private readonly CancellationTokenSource _cut = new();
    private readonly int _world = workspace.Generation;
    private readonly IReadOnlyList<long> _retries = options.RetryMilliseconds();
    private readonly ReceiverFailureLog _troubles = new(workspace, host, log);
    private readonly LogThrottle _unrecorded = new(host);
    private long _lastStart;
    private TaskCompletionSource? _idle;
    private int _pending;

    public void Enqueue(Push push)
    {
        lock (_gate)
        {
            // What is for no app, the question who a contact is, has lanes of its own.
            var owner = (object?)push.App ?? this;
            if (!_byApp.TryGetValue(owner, out var lanes))
            {
                _byApp.Add(owner, lanes = new AppLanes(AttemptAsync, options.Parallel));
            }

            _pending++;
            lanes.Enqueue(push);
        }
    }

    /// <summary>How many pushes of an app are under way, and the oldest that is not answered.</summary>
    public (int UnderWay, Push? Oldest) Look(App? app)
    {
        lock (_gate)
        {
            return _byApp.TryGetValue((object?)app ?? this, out var lanes) ? lanes.Look() : default;
        }
    }

    public int TotalPending => Volatile.Read(ref _pending);

    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return _pending == 0;
            }
        }
    }

    public Task IdleAsync()
    {
        lock (_gate)
        {
            return _pending == 0 ? Task.CompletedTask : (_idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>
    /// Starts nothing more, and ends when nothing is under way. What has just left is given a moment to arrive: cut off at once, it might
    /// still wait at the receiver and arrive when this has long ended.
    /// </summary>
    public Task VoidAsync()
    {
        Task drained;
        lock (_gate)
        {
            _idle?.TrySetResult();
            drained = Task.WhenAll(_byApp.Values.Select(lanes => lanes.VoidAsync()));
        }

        return EndAsync(drained, Grace - Stopwatch.GetElapsedTime(Volatile.Read(ref _lastStart)));
    }

    /// <summary>Starts nothing more, and ends when nothing is under way. What has no answer when the grace is over is cut off.</summary>
    public Task FinishAsync(TimeSpan grace)
    {
        Task drained;
        lock (_gate)
        {
            drained = Task.WhenAll(_byApp.Values.Select(lanes => lanes.FinishAsync()));
        }

        return EndAsync(drained, grace);
    }

    public void Dispose()
    {
        _closed.Dispose();
        _cut.Dispose();
    }

    private async Task EndAsync(Task drained, TimeSpan grace)
    {
        await _closed.CancelAsync().ConfigureAwait(false);
        if (grace > TimeSpan.Zero)
        {
            await drained.WaitAsync(grace).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _cut.CancelAsync().ConfigureAwait(false);
        await drained.ConfigureAwait(false);
    }

    private async Task AttemptAsync(Push push)
    {
        try
        {
            if (push.Gate is { } gate)
            {
                await gate.Opened.WaitAsync(_closed.Token).ConfigureAwait(false);
                push.Gate = null;
            }

            // What it tells of may not have been kept; if it was, the next run sends it.
            if (workspace.StandsStill)
            {
                return;
            }

            Volatile.Write(ref _lastStart, Stopwatch.GetTimestamp());
            _closed.Token.ThrowIfCancellationRequested();
            IReadOnlyList<PushAttempt> attempts = push.Copies == 1
                ? [await SendAsync(push).ConfigureAwait(false)]
                : await Task.WhenAll(Enumerable.Range(0, push.Copies).Select(_ => SendAsync(push))).ConfigureAwait(false);
            _troubles.Note(push, attempts[0]);
            workspace.Follow(transaction => PushOutcome.Record(transaction, _world, push, attempts, _retries));
        }
        catch (OperationCanceledException)
        {
            // The workspace was reset and what it was about no longer exists; or the server stops, and the store has it for the next run.
        }
        catch (StoreBusyException)
        {
            // The store has said why; the next run sends it once more.
        }
        catch (Exception failure)
        {
            if (_unrecorded.Lets(out var keptBack))
            {
                log.LogError(failure, "What became of push {Push} of workspace {Workspace} could not be recorded, nor of {More} others.", push.Id, workspace.Name, keptBack);
            }
        }
        finally
        {
            push.Settle();
            Done();
        }
    }

    private Task<PushAttempt> SendAsync(Push push) => sender.SendAsync(push, workspace.Clock.NowMs, _cut.Token);

    private void Done()
    {
        lock (_gate)
        {
            if (--_pending > 0)
            {
                return;
            }

            _idle?.TrySetResult();
            _idle = null;
        }

        workspace.Changes.Pulse();
    }
}
