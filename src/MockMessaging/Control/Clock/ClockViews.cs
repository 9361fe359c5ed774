using MockMessaging.Workspaces;

namespace MockMessaging.Control;

internal static class ClockViews
{
    extension(ClockView)
    {
        public static ClockView Of(Workspace workspace)
        {
            var (count, next) = workspace.PendingTimers();
            return new ClockView(workspace.Clock.Mode, workspace.Clock.GetUtcNow(), workspace.Clock.Scale, count, Instants.Of(next));
        }
    }
}
