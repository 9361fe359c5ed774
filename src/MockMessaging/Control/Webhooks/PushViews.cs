using System.Text;
using MockMessaging.State;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>Makes views of pushes.</summary>
internal static class PushViews
{
    public static PushView Of(Push push)
    {
        var last = push.Attempts.Count > 0 ? push.Attempts[^1] : null;
        return new PushView(
            push.Id.ToString(),
            push.Type.ToString().ToLowerInvariant(),
            push.Subject,
            push.Message?.Id.ToString(),
            push.ContactId,
            push.App?.Id,
            push.Url.Length == 0 ? null : push.Url,
            push.State.ToString().ToLowerInvariant(),
            last?.Status,
            last?.Cause,
            push.SkippedBecause,
            push.Fault,
            push.ReplayOf?.Id.ToString(),
            Instants.Of(push.CreatedAt),
            [.. push.Attempts.Select(attempt => new AttemptView(
                Instants.Of(attempt.AtMs), attempt.Status, attempt.DurationMs, attempt.Cause, attempt.Answer is { Length: > 0 } answer ? Encoding.UTF8.GetString(answer) : null))],
            RequestOf(push) is > 0 and var number ? number : null);
    }

    private static int RequestOf(Push push) => push.Message?.RequestNumber is > 0 and var sent ? sent : push.Gate?.RequestNumber ?? push.RequestNumber;
}

/// <summary>Makes views of receivers.</summary>
internal sealed class ReceiverViews(PushQueues queues, WebhooksOptions options)
{
    /// <summary>All receivers that are registered or ever had a push.</summary>
    public IReadOnlyList<ReceiverView> Of(Workspace workspace, WorkspaceState state)
    {
        var views = state.Apps.Select(app => Of(workspace, app, app.Backlog, app.Webhook)).ToList();
        views.Add(Of(workspace, null, state.ContactInfoCalls, options.ContactInfoUrl));
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
            Instants.Of(oldest?.CreatedAt),
            backlog.Pending >= options.MaxPending,
            backlog.Delivered,
            backlog.Failed,
            backlog.TurnedAway,
            Instants.Of(backlog.LastFailure?.AtMs),
            backlog.LastFailure?.Cause);
    }
}
