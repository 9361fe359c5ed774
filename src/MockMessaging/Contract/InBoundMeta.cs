namespace MockMessaging.Contract;

/// <summary>InBoundMeta</summary>
public sealed class InBoundMeta
{
    /// <summary>appCode</summary>
    public string? AppCode { get; set; }

    /// <summary>appId</summary>
    public string? AppId { get; set; }

    /// <summary>appMode</summary>
    public AppMode? AppMode { get; set; }

    /// <summary>appType</summary>
    [DocumentedValues("FEEDBACK_V2", "BOTFLOW", "APP_SCRIPT", "BOT", "FAQ", "DEFAULT")]
    public string? AppType { get; set; }

    /// <summary>debug</summary>
    public bool? Debug { get; set; }

    /// <summary>domain</summary>
    public string? Domain { get; set; }

    /// <summary>server</summary>
    public string? Server { get; set; }
}
