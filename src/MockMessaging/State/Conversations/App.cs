using System.Text.Json.Serialization;
using MockMessaging.Seeding;

namespace MockMessaging.State;

/// <summary>A client app: owner of a queue, and of the webhook its pushes go to.</summary>
internal sealed class App : Record
{
    private (string Key, string Reason)? _whyNotPushed;

    public required string Id { get; init; }

    public required string KeyName { get; set; }

    public required string Queue { get; set; }

    public required string AppType { get; set; }

    public bool Shared { get; set; }

    /// <summary>True if the workspace no longer has it, and messages still refer to it.</summary>
    [JsonIgnore]
    public bool IsRemoved { get; private set; }

    /// <summary>Where pushes go, exactly as registered; empty for nowhere.</summary>
    public string Webhook { get; set; } = "";


    [JsonIgnore]
    public PushBacklog Backlog { get; } = new();

    [JsonIgnore]
    public string AppMode => AppTypes.ModeOf(AppType);

    [JsonIgnore]
    public bool IsWebhookApp => AppType == AppTypes.Webhook;

    /// <summary>True if it gets messages and routed sessions: of mode WEBHOOK. Statuses and closed sessions are only for type WEBHOOK.</summary>
    [JsonIgnore]
    public bool TakesMessages => AppTypes.TakesMessages(AppType);

    public static App Of(ClientAppFixture app) => new() { Id = app.Id, KeyName = app.KeyName, Queue = app.Queue, AppType = app.AppType, Shared = app.Shared };

    public void Take(ClientAppFixture? definition, bool isRemoved)
    {
        IsRemoved = isRemoved;
        if (definition is not null)
        {
            (KeyName, Queue, AppType, Shared) = (definition.KeyName, definition.Queue, definition.AppType, definition.Shared);
        }
    }

    /// <summary>Why it does not get a push; null if it does.</summary>
    /// <param name="isReport">True for statuses and closed sessions.</param>
    public string? WhyNotPushed(bool isReport)
    {
        var isOfType = isReport ? IsWebhookApp : TakesMessages;
        if (isOfType && Webhook.Length > 0 && !IsRemoved)
        {
            return null;
        }

        // Kept, because an app without a webhook skips every push.
        var key = IsRemoved ? "removed" : isOfType ? "webhook" : AppType;
        if (_whyNotPushed?.Key != key)
        {
            _whyNotPushed = (key, IsRemoved ? $"Client app '{Queue}' was removed."
                : !isOfType ? $"Client app '{Queue}' is of type {AppType}; only WEBHOOK apps get {(TakesMessages ? "statuses and closed sessions" : "pushes")}."
                : IsWebhookApp ? $"Client app '{Queue}' has no webhook; register one with POST /api/v1/config/webhook."
                : $"Client app '{Queue}' has no webhook; set one with PUT /_sandbox/apps/{Id}.");
        }

        return _whyNotPushed.Value.Reason;
    }
}

/// <summary>Types of client apps, and the mode each works in.</summary>
internal static class AppTypes
{
    public const string Webhook = "WEBHOOK";

    public static bool TakesMessages(string appType) => ModeOf(appType) == Webhook;

    public static string ModeOf(string appType) => appType switch
    {
        "AGENT" or "MITEL" => "AGENT",
        Webhook or "APP_SCRIPT" => "WEBHOOK",
        "BOT" or "FAQ" or "FEEDBACK" or "TEAM_ROUTER" or "APP_ROUTER" or "APP_SWITCH" or "QUICK_GALLERY" or "QUICK_MENU" or "AVAMO" => "BOT",
        "FEEDBACK_V2" or "BOTFLOW" or "AGENT_GPT" or "APPFLOW" => "SCRIPTUS",
        "PUSHAPP" or "MOENGAGE" or "DEFAULT" => "PUSH",
        _ => "NONE",
    };
}
