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

/// <summary>Nothing is left to happen.</summary>
/// <param name="Idle">True.</param>
/// <param name="Now">What the workspace's clock shows.</param>
public sealed record IdleView(bool Idle, DateTimeOffset Now);

/// <summary>Something that has still to happen.</summary>
/// <param name="What">status, reply, push or timer.</param>
/// <param name="MessageId">The message it is about.</param>
/// <param name="Status">The status that is due, or the push's subject.</param>
/// <param name="Due">When it is due by the workspace's clock; absent for what is under way.</param>
/// <param name="Detail">Why it has not happened.</param>
public sealed record PendingItem(string What, string? MessageId = null, string? Status = null, DateTimeOffset? Due = null, string? Detail = null);
