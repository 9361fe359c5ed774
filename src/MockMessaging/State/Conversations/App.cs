using System.Text.Json.Serialization;

namespace MockMessaging.State;

/// <summary>A client app: owner of a queue, and of the webhook its pushes go to.</summary>
internal sealed class App : Record
{
    private string? _whyNotPushed;

    public required string Id { get; init; }

    public required string KeyName { get; init; }

    public required string Queue { get; init; }

    public required string AppType { get; init; }

    public bool Shared { get; init; }

    /// <summary>Where pushes go, exactly as registered; empty for nowhere.</summary>
    public string Webhook { get; set; } = "";

    /// <summary>Why it gets no pushes; null if it does.</summary>
    [JsonIgnore]
    public string? WhyNotPushed => IsWebhookApp && Webhook.Length > 0 ? null : _whyNotPushed ??= IsWebhookApp
        ? $"Client app '{Queue}' has no webhook; register one with POST /api/v1/config/webhook."
        : $"Client app '{Queue}' is of type {AppType}; only WEBHOOK apps get pushes.";

    [JsonIgnore]
    public PushBacklog Backlog { get; } = new();

    [JsonIgnore]
    public string AppMode => AppTypes.ModeOf(AppType);

    [JsonIgnore]
    public bool IsWebhookApp => AppType == AppTypes.Webhook;
}

/// <summary>Types of client apps, and the mode each works in.</summary>
internal static class AppTypes
{
    public const string Webhook = "WEBHOOK";

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
