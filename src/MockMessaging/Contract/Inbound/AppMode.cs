using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>How an app answers.</summary>
[JsonConverter(typeof(StrictEnumConverter<AppMode>))]
public enum AppMode
{
    /// <summary>AGENT.</summary>
    [JsonStringEnumMemberName("AGENT")]
    Agent,

    /// <summary>BOT.</summary>
    [JsonStringEnumMemberName("BOT")]
    Bot,

    /// <summary>SCRIPTUS.</summary>
    [JsonStringEnumMemberName("SCRIPTUS")]
    Scriptus,

    /// <summary>PUSH.</summary>
    [JsonStringEnumMemberName("PUSH")]
    Push,

    /// <summary>WEBHOOK.</summary>
    [JsonStringEnumMemberName("WEBHOOK")]
    Webhook,

    /// <summary>NONE.</summary>
    [JsonStringEnumMemberName("NONE")]
    None,
}
