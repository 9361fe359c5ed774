using MockMessaging.Delivery;
using MockMessaging.Errors;
using MockMessaging.State;
using MockMessaging.Time;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>Moves a workspace's clock forward.</summary>
internal sealed class ClockDriver(PushQueues queues, MediaFetcher media)
{
    private const double FastestScale = 1_000_000;

    /// <summary>A change of the clock as it was asked for.</summary>
    /// <param name="present">Decides what is left out.</param>
    /// <exception cref="ApiException">No clock can be set so.</exception>
    public static Action<SandboxClock> Parsed(ClockChange change, SandboxClock present)
    {
        var mode = change.Mode ?? (change.Scale is null ? present.Mode : ClockMode.Scaled);
        var scale = change.Scale ?? (mode == ClockMode.Scaled && present.Scale > 0 ? present.Scale : 1);
        if (scale is not (> 0 and <= FastestScale))
        {
            throw ErrorCatalog.WrongValue(nameof(ClockChange), "scale", $"scale must be above 0 and at most {FastestScale}; to stop the clock, use mode frozen.");
        }

        return change.Now < TimeLimits.Earliest || change.Now > TimeLimits.Latest
            ? throw ErrorCatalog.WrongValue(nameof(ClockChange), "now", $"now: {change.Now:O} is not between {TimeLimits.Earliest:O} and {TimeLimits.Latest:O}.")
            : clock => clock.Set(mode, change.Now, scale);
    }

    /// <summary>
    /// Completes when every push that this caused has been attempted. If the client disconnects, it stops between two timers and the clock
    /// keeps the time it has then.
    /// </summary>
    /// <param name="target">Where to stop; null to stop when no timer is pending.</param>
    public async Task<AdvanceAnswer> AdvanceAsync(Workspace workspace, DateTimeOffset? target, CancellationToken disconnected)
    {
        var tally = new AdvanceTally();
        try
        {
            await FireAsync(workspace, (target ?? TimeLimits.Latest).ToUnixTimeMilliseconds(), tally, disconnected).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Stores the clock: only a clock that was set survives a restart.
            await workspace.SetClock(static _ => { }).ConfigureAwait(false);
            throw;
        }

        await workspace.SetClock(clock =>
        {
            if (target is { } moment && moment > clock.GetUtcNow())
            {
                clock.JumpTo(moment);
            }
        }).ConfigureAwait(false);
        var pushes = new PushCounts(tally.Pushes.Count, tally.Pushes.Count(push => push.State == PushState.Delivered), tally.Pushes.Count(push => push.State == PushState.Failed));
        return new AdvanceAnswer(workspace.Clock.GetUtcNow(), tally.TimersFired, tally.StatusChanges, pushes);
    }

    private async Task FireAsync(Workspace workspace, long limitMs, AdvanceTally tally, CancellationToken disconnected)
    {
        // Messages whose files are fetched have no timer before.
        await media.IdleAsync(workspace).WaitAsync(disconnected).ConfigureAwait(false);
        do
        {
            do
            {
                disconnected.ThrowIfCancellationRequested();
            }
            while (workspace.FireNextUpTo(limitMs, tally));

            await queues.IdleAsync(workspace).WaitAsync(disconnected).ConfigureAwait(false);
        }
        while (workspace.PendingTimers().NextDueMs <= limitMs);
    }
}
