using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>ClientApp</summary>
public sealed class ClientApp
{
    /// <summary>agentApp</summary>
    public bool? AgentApp { get; set; }

    /// <summary>appHook</summary>
    public string? AppHook { get; set; }

    /// <summary>appHookFrwrd</summary>
    public string? AppHookFrwrd { get; set; }

    /// <summary>appMode</summary>
    public string? AppMode { get; set; }

    /// <summary>appType</summary>
    public string? AppType { get; set; }

    /// <summary>config</summary>
    public JsonObject? Config { get; set; }

    /// <summary>feedbackApp</summary>
    public bool? FeedbackApp { get; set; }

    /// <summary>forward</summary>
    public string? Forward { get; set; }

    /// <summary>id</summary>
    public string? Id { get; set; }

    /// <summary>key</summary>
    public string? Key { get; set; }

    /// <summary>keyName</summary>
    public string? KeyName { get; set; }

    /// <summary>keyVersion</summary>
    public string? KeyVersion { get; set; }

    /// <summary>props</summary>
    public JsonObject? Props { get; set; }

    /// <summary>queue</summary>
    public string? Queue { get; set; }

    /// <summary>readOnly</summary>
    public bool? ReadOnly { get; set; }

    /// <summary>secret</summary>
    public JsonObject? Secret { get; set; }

    /// <summary>shared</summary>
    public bool? Shared { get; set; }

    /// <summary>type</summary>
    public string? Type { get; set; }

    /// <summary>webhook</summary>
    public string? Webhook { get; set; }
}
