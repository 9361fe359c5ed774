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

    /// <summary>Why nothing is pushed to it; none where pushes go out.</summary>
    [JsonIgnore]
    public string? WhyNotPushed => IsWebhookApp && Webhook.Length > 0 ? null : _whyNotPushed ??= IsWebhookApp
        ? $"Client app '{Queue}' has no webhook; register one with POST /api/v1/config/webhook."
        : $"Client app '{Queue}' is of type {AppType}; only WEBHOOK apps get pushes.";

    /// <summary>What waits for its receiver.</summary>
    [JsonIgnore]
    public PushBacklog Backlog { get; } = new();

    [JsonIgnore]
    public string AppMode => AppTypes.ModeOf(AppType);

    [JsonIgnore]
    public bool IsWebhookApp => AppType == AppTypes.Webhook;
}
