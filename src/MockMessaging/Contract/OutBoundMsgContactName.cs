using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>OutBoundMsgContactName</summary>
public sealed class OutBoundMsgContactName
{
    /// <summary>first_name</summary>
    [JsonPropertyName("first_name")]
    public string? FirstName { get; set; }

    /// <summary>formatted_name</summary>
    [JsonPropertyName("formatted_name")]
    public string? FormattedName { get; set; }

    /// <summary>last_name</summary>
    [JsonPropertyName("last_name")]
    public string? LastName { get; set; }
}
