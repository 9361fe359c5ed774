using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>Type of a label.</summary>
[JsonConverter(typeof(StrictEnumConverter<LabelType>))]
public enum LabelType
{
    /// <summary>TEXT.</summary>
    [JsonStringEnumMemberName("TEXT")]
    Text,

    /// <summary>DATE.</summary>
    [JsonStringEnumMemberName("DATE")]
    Date,

    /// <summary>NUMBER.</summary>
    [JsonStringEnumMemberName("NUMBER")]
    Number,

    /// <summary>LIST.</summary>
    [JsonStringEnumMemberName("LIST")]
    List,
}
