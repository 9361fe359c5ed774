using MockMessaging.Time;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>Moves a workspace's clock and lets everything on the way happen.</summary>
internal sealed class ClockDriver(PushLanes lanes)
{
    /// <summary>Advances to a moment, or until nothing is pending, and ends when every push so caused has been attempted.</summary>
    public async Task<AdvanceAnswer> AdvanceAsync(Workspace workspace, DateTimeOffset? target)
    {
        var limit = (target ?? TimeLimits.Latest).ToUnixTimeMilliseconds();
        var tally = new AdvanceTally();
        do
        {
            while (workspace.FireNextUpTo(limit, tally))
            {
            }

            await lanes.IdleAsync(workspace).ConfigureAwait(false);
        }
        while (workspace.PendingTimers().NextDueMs <= limit);

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
}
