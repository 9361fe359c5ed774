using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>The name on a contact card.</summary>
public sealed class OutBoundMsgContactName
{
    /// <summary>First name.</summary>
    /// <example>John</example>
    [JsonPropertyName("first_name")]
    public string? FirstName { get; set; }

    /// <summary>Name as it is shown.</summary>
    /// <example>John Smith</example>
    [JsonPropertyName("formatted_name")]
    public string? FormattedName { get; set; }

    /// <summary>Last name.</summary>
    /// <example>Smith</example>
    [JsonPropertyName("last_name")]
    public string? LastName { get; set; }
}
