using MockMessaging.State;
using MockMessaging.Time;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>Moves a workspace's clock and lets everything on the way happen.</summary>
internal sealed class ClockDriver(PushQueues queues)
{
    /// <summary>
    /// Advances to a moment, or until nothing is pending, and ends when every push so caused has been attempted. If the caller leaves, it stops
    /// between two timers, and the clock stays where it then is.
    /// </summary>
    public async Task<AdvanceAnswer> AdvanceAsync(Workspace workspace, DateTimeOffset? target, CancellationToken left)
    {
        var tally = new AdvanceTally();
        try
        {
            await FireAsync(workspace, (target ?? TimeLimits.Latest).ToUnixTimeMilliseconds(), tally, left).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Only a clock that was set is kept over a restart.
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
        return new AdvanceAnswer(
            workspace.Clock.GetUtcNow(),
            tally.TimersFired,
            tally.StatusChanges,
            new PushCounts(tally.Pushes.Count, tally.Pushes.Count(push => push.State == PushState.Delivered), tally.Pushes.Count(push => push.State == PushState.Failed)));
    }

    private async Task FireAsync(Workspace workspace, long limitMs, AdvanceTally tally, CancellationToken left)
    {
        do
        {
            do
            {
                left.ThrowIfCancellationRequested();
            }
            while (workspace.FireNextUpTo(limitMs, tally));

            await queues.IdleAsync(workspace).WaitAsync(left).ConfigureAwait(false);
        }
        while (workspace.PendingTimers().NextDueMs <= limitMs);
    }
}
