using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>How buttons are shown.</summary>
[JsonConverter(typeof(StrictEnumConverter<ButtonDisplayScheme>))]
public enum ButtonDisplayScheme
{
    /// <summary>auto.</summary>
    [JsonStringEnumMemberName("auto")]
    Auto,

    /// <summary>list.</summary>
    [JsonStringEnumMemberName("list")]
    List,

    /// <summary>buttons.</summary>
    [JsonStringEnumMemberName("buttons")]
    Buttons,
}
