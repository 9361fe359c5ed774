using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.Workspaces;

namespace MockMessaging.Configuration;

/// <summary>Registers the webhook of a client app.</summary>
internal static class WebhookRegistration
{
    public static ClientApp Set(WorkspaceTransaction transaction, App app, string? url)
    {
        if (!app.IsWebhookApp)
        {
            throw ErrorCatalog.IncorrectAppType(app.AppType);
        }

        app.Webhook = url ?? "";
        transaction.Save(app);
        return Shape(app);
    }

    /// <summary>What an API caller may see of an app: never its key or secret.</summary>
    private static ClientApp Shape(App app) => new()
    {
        Id = app.Id,
        KeyName = app.KeyName,
        Queue = app.Queue,
        AppType = app.AppType,
        Type = app.AppType,
        AppMode = app.AppMode,
        Webhook = app.Webhook,
        Shared = app.Shared,
        ReadOnly = app.Shared,
        AgentApp = app.AppMode == "AGENT",
        FeedbackApp = app.AppType is "FEEDBACK" or "FEEDBACK_V2",
    };
}
