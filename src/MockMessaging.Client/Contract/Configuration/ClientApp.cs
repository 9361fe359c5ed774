using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>A client app: the owner of a queue and of a webhook.</summary>
public sealed class ClientApp
{
    /// <summary>True if people, not programs, read the app's queue.</summary>
    public bool? AgentApp { get; set; }

    /// <summary>Internal URL of the app; never filled.</summary>
    public string? AppHook { get; set; }

    /// <summary>Internal URL that pushes are forwarded to.</summary>
    public string? AppHookFrwrd { get; set; }

    public string? AppMode { get; set; }
    public string? AppType { get; set; }
    public JsonObject? Config { get; set; }
    public bool? FeedbackApp { get; set; }

    /// <summary>URL that pushes are forwarded to.</summary>
    public string? Forward { get; set; }

    public string? Id { get; set; }
    public string? Key { get; set; }

    /// <summary>Name of the app.</summary>
    public string? KeyName { get; set; }

    public string? KeyVersion { get; set; }
    public JsonObject? Props { get; set; }

    /// <summary>Queue code.</summary>
    public string? Queue { get; set; }

    /// <summary>True if another tenant owns it.</summary>
    public bool? ReadOnly { get; set; }

    /// <summary>Never filled.</summary>
    public JsonObject? Secret { get; set; }

    /// <summary>True if it is shared with other tenants.</summary>
    public bool? Shared { get; set; }

    public string? Type { get; set; }

    /// <summary>URL that pushes are sent to.</summary>
    public string? Webhook { get; set; }
}

/// <summary>A webhook to register.</summary>
public sealed class WebhookUrlRequest
{
    /// <summary>URL of your application, used exactly as given; empty: no pushes. Production demands https with a valid certificate.</summary>
    /// <example>https://www.example.com/webhook</example>
    public string? Url { get; set; }
}
