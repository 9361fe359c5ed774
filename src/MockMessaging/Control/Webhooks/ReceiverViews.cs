using MockMessaging.State;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>Receivers as the control plane shows them.</summary>
internal sealed class ReceiverViews(PushQueues queues, WebhooksOptions options)
{
    /// <summary>Those that are registered, or were given something.</summary>
    public IReadOnlyList<ReceiverView> Of(Workspace workspace, WorkspaceState state)
    {
        var views = state.Apps.Select(app => Of(workspace, app, app.Backlog, app.Webhook)).ToList();
        views.Add(Of(workspace, null, state.Questions, options.ContactInfoUrl));
        return [.. views.Where(view => view is not { Url: null, Waiting: 0, UnderWay: 0, Delivered: 0, Failed: 0, TurnedAway: 0 })];
    }

    private ReceiverView Of(Workspace workspace, App? app, PushBacklog backlog, string? url)
    {
        var (underWay, oldest) = queues.Look(workspace, app);
        return new ReceiverView(
            app?.Id,
            app?.Queue,
            string.IsNullOrEmpty(url) ? null : url,
            Math.Max(0, backlog.Pending - underWay),
            underWay,
            Stamp(oldest?.CreatedAt),
            backlog.Pending >= options.MaxPending,
            backlog.Delivered,
            backlog.Failed,
            backlog.TurnedAway,
            Stamp(backlog.LastFailure?.AtMs),
            backlog.LastFailure?.Cause);
    }

    private static DateTimeOffset? Stamp(long? ms) => ms is { } given ? DateTimeOffset.FromUnixTimeMilliseconds(given) : null;
}
