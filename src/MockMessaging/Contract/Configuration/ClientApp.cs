using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>A client app: the owner of a queue and of a webhook.</summary>
public sealed class ClientApp
{
    /// <summary>Whether a person answers this app's queue.</summary>
    public bool? AgentApp { get; set; }

    /// <summary>Internal address of the app; never shown.</summary>
    public string? AppHook { get; set; }

    /// <summary>Internal forward address.</summary>
    public string? AppHookFrwrd { get; set; }

    /// <summary>How the app answers.</summary>
    public string? AppMode { get; set; }

    /// <summary>Kind of app.</summary>
    public string? AppType { get; set; }

    /// <summary>Configuration of the app.</summary>
    public JsonObject? Config { get; set; }

    /// <summary>Whether the app collects feedback.</summary>
    public bool? FeedbackApp { get; set; }

    /// <summary>Where pushes are forwarded to.</summary>
    public string? Forward { get; set; }

    /// <summary>Id.</summary>
    public string? Id { get; set; }

    /// <summary>Key.</summary>
    public string? Key { get; set; }

    /// <summary>Name of the app.</summary>
    public string? KeyName { get; set; }

    /// <summary>Version of the app's key.</summary>
    public string? KeyVersion { get; set; }

    /// <summary>Properties of the app.</summary>
    public JsonObject? Props { get; set; }

    /// <summary>Queue code.</summary>
    public string? Queue { get; set; }

    /// <summary>Whether another tenant owns it.</summary>
    public bool? ReadOnly { get; set; }

    /// <summary>Secret of the app; never shown.</summary>
    public JsonObject? Secret { get; set; }

    /// <summary>Whether it is shared with other tenants.</summary>
    public bool? Shared { get; set; }

    /// <summary>Type.</summary>
    public string? Type { get; set; }

    /// <summary>Where pushes go.</summary>
    public string? Webhook { get; set; }
}
