using MockMessaging.Time;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>The workspace's time.</summary>
/// <param name="Mode">real, frozen or scaled.</param>
/// <param name="Now">What it shows.</param>
/// <param name="Scale">Its seconds per second of the machine; 0 when frozen.</param>
/// <param name="PendingTimers">How much waits to happen.</param>
/// <param name="NextDue">When the next of it is due.</param>
public sealed record ClockView(ClockMode Mode, DateTimeOffset Now, double Scale, int PendingTimers, DateTimeOffset? NextDue)
{
    internal static ClockView Of(Workspace workspace)
    {
        var (count, next) = workspace.PendingTimers();
        return new ClockView(
            workspace.Clock.Mode,
            workspace.Clock.GetUtcNow(),
            workspace.Clock.Scale,
            count,
            next is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null);
    }
}
