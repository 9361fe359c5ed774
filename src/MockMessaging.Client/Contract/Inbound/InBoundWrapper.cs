using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>A push. It holds one item: a message, a status or an event.</summary>
public sealed class InBoundWrapper
{
    /// <summary>Never filled.</summary>
    public IReadOnlyList<InBoundAction>? Actions { get; set; }

    public IReadOnlyList<InBoundContact>? Contacts { get; set; }

    /// <summary>Events of sessions, one item per push.</summary>
    public IReadOnlyList<InBoundEvent>? Events { get; set; }

    /// <summary>Messages of customers, one item per push.</summary>
    public IReadOnlyList<InBoundMsg>? Messages { get; set; }

    public InBoundMeta? Meta { get; set; }

    /// <summary>Reports on sent messages, one item per push.</summary>
    public IReadOnlyList<InBoundMsgStatus>? Statuses { get; set; }

    /// <summary>Names the array that is filled.</summary>
    [DocumentedValues("messages", "actions", "events", "statuses")]
    public string? Type { get; set; }
}

/// <summary>The app that a push is for, and the server that sends it.</summary>
public sealed class InBoundMeta
{
    /// <summary>Queue code of the app that the push is for.</summary>
    /// <example>my_bot</example>
    public string? AppCode { get; set; }

    /// <summary>Id of the client app that the push is for.</summary>
    /// <example>61ec7d9c2ce85742b201c5ab</example>
    public string? AppId { get; set; }

    public AppMode? AppMode { get; set; }

    /// <summary>Kind of client app. An app of type WEBHOOK, which is not listed, shows as DEFAULT in fidelity Documented and as WEBHOOK in Production.</summary>
    [DocumentedValues("FEEDBACK_V2", "BOTFLOW", "APP_SCRIPT", "BOT", "FAQ", "DEFAULT")]
    public string? AppType { get; set; }

    public bool? Debug { get; set; }

    /// <summary>The vendor's tenant.</summary>
    /// <example>alex</example>
    public string? Domain { get; set; }

    /// <summary>The vendor's server.</summary>
    /// <example>server.com</example>
    public string? Server { get; set; }
}

/// <summary>How an app replies to customers.</summary>
[JsonConverter(typeof(StrictEnumConverter<AppMode>))]
public enum AppMode
{
    Agent, Bot, Scriptus, Push, Webhook, None,
}

/// <summary>An action asked of the client.</summary>
public sealed class InBoundAction
{
    /// <summary>Code of the action.</summary>
    /// <example>SEND_INVOICE</example>
    public string? ActionCode { get; set; }
}
