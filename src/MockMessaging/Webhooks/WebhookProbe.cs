using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Webhooks;

/// <summary>Sends an empty wrapper to the webhook of a client app. It is not recorded as a push.</summary>
internal sealed class WebhookProbe(PushSender sender, PushBuilder pushes)
{
    public async Task<WebhookCheck> CheckAsync(Workspace workspace, App app, TraceContext? trace, CancellationToken cancelled)
    {
        if (!app.TakesMessages)
        {
            return new WebhookCheck(false, null, null, 0, $"Client app '{app.Queue}' is of type {app.AppType}; send the x-api-id of a WEBHOOK app.");
        }

        if (app.WhyNotPushed(isReport: false) is { } reason)
        {
            return new WebhookCheck(false, null, null, 0, reason);
        }

        var attempt = await sender.SendAsync(
            new Push { Id = default, App = app, Url = app.Webhook, Type = PushType.Messages, ContactId = "", Subject = "check", Body = pushes.Empty(app, workspace.Fidelity), CreatedAt = 0, IsCheck = true, Trace = trace },
            0,
            workspace.SigningSecret,
            cancelled).ConfigureAwait(false);
        return new WebhookCheck(attempt.Succeeded, app.Webhook, attempt.Status, attempt.DurationMs, attempt.Cause);
    }
}
