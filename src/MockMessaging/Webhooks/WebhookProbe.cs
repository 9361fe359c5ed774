using MockMessaging.Fidelity;
using MockMessaging.State;

namespace MockMessaging.Webhooks;

/// <summary>Tries the webhook of a client app with a wrapper that holds nothing, and is not written down as a push.</summary>
internal sealed class WebhookProbe(PushSender sender, PushBuilder pushes)
{
    public async Task<WebhookCheck> CheckAsync(App app, FidelityProfile profile, TraceContext? trace, CancellationToken cancelled)
    {
        if (!app.IsWebhookApp)
        {
            return new WebhookCheck(false, null, null, 0, $"Client app '{app.Queue}' is of type {app.AppType}; send the x-api-id of a WEBHOOK app.");
        }

        if (app.Webhook.Length == 0)
        {
            return new WebhookCheck(false, null, null, 0, $"Client app '{app.Queue}' has no webhook; register one with POST /api/v1/config/webhook.");
        }

        var attempt = await sender.SendAsync(
            new Push { Id = default, App = app, Url = app.Webhook, Type = PushType.Messages, ContactId = "", Subject = "check", Body = pushes.Empty(app, profile), CreatedAt = 0, IsCheck = true, Trace = trace },
            0,
            cancelled).ConfigureAwait(false);
        return new WebhookCheck(attempt.Succeeded, app.Webhook, attempt.Status, attempt.DurationMs, attempt.Cause);
    }
}
