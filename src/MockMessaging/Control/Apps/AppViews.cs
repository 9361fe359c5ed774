using MockMessaging.State;

namespace MockMessaging.Control;

internal static class AppViews
{
    extension(AppView)
    {
        public static AppView Of(WorkspaceState state, App app) =>
            new(app.Id, app.Queue, app.AppType, app == state.DefaultApp, app.Webhook.Length == 0 ? null : app.Webhook, app.KeyName, app.AppMode, app.Shared);

        /// <summary>The app with an id; null if there is none.</summary>
        public static AppView? Find(WorkspaceState state, string id) => state.Apps.FirstOrDefault(app => app.Id == id) is { } found ? AppView.Of(state, found) : null;
    }
}
