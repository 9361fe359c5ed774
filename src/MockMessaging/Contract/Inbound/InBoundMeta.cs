namespace MockMessaging.Contract;

/// <summary>Which app a push is for, and who sent it.</summary>
public sealed class InBoundMeta
{
    /// <summary>Queue code of the app the push is for.</summary>
    /// <example>my_bot</example>
    public string? AppCode { get; set; }

    /// <summary>Id of the client app the push is for.</summary>
    /// <example>61ec7d9c2ce85742b201c5ab</example>
    public string? AppId { get; set; }

    /// <summary>How the client app answers.</summary>
    public AppMode? AppMode { get; set; }

    /// <summary>Kind of client app. An app of type WEBHOOK, which is not listed, shows as DEFAULT in fidelity Documented and as WEBHOOK in Production.</summary>
    [DocumentedValues("FEEDBACK_V2", "BOTFLOW", "APP_SCRIPT", "BOT", "FAQ", "DEFAULT")]
    public string? AppType { get; set; }

    /// <summary>Whether the app is in debug mode.</summary>
    public bool? Debug { get; set; }

    /// <summary>The vendor's tenant.</summary>
    /// <example>alex</example>
    public string? Domain { get; set; }

    /// <summary>The vendor's server.</summary>
    /// <example>server.com</example>
    public string? Server { get; set; }
}
