using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.State;
using MockMessaging.Webhooks;

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

        // Otherwise a restart would make the pushes that were skipped because no webhook was registered.
        transaction.State.Unstored.StoreAll(transaction);
        app.Webhook = url ?? "";
        transaction.Save(app);
        transaction.AddEvent(WorkspaceEventKind.Webhook);
        return Shape(app);
    }

    /// <summary>Warnings about a URL that production would accept without a word.</summary>
    public static IEnumerable<string> WarningsOf(string? url)
    {
        if (string.IsNullOrEmpty(url))
        {
            yield break;
        }

        var read = WebhookUrl.Of(url);
        if (read.Problem is { } problem)
        {
            yield return $"url {problem}. It is registered as given, and every push to it fails";
        }
        else if (read.HasLogin)
        {
            yield return "url has a login, which pushes do not send";
        }
    }

    /// <summary>The app without its key and secret.</summary>
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
