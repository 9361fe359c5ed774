using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>ButtonDisplayScheme</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ButtonDisplayScheme>))]
public enum ButtonDisplayScheme
{
    /// <summary>auto</summary>
    [JsonStringEnumMemberName("auto")]
    Auto,

    /// <summary>list</summary>
    [JsonStringEnumMemberName("list")]
    List,

    /// <summary>buttons</summary>
    [JsonStringEnumMemberName("buttons")]
    Buttons,

}
