using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>OutBoundMsgContactAddress</summary>
public sealed class OutBoundMsgContactAddress
{
    /// <summary>city</summary>
    public string? City { get; set; }

    /// <summary>country</summary>
    public string? Country { get; set; }

    /// <summary>country_code</summary>
    [JsonPropertyName("country_code")]
    public string? CountryCode { get; set; }

    /// <summary>state</summary>
    public string? State { get; set; }

    /// <summary>street</summary>
    public string? Street { get; set; }

    /// <summary>type</summary>
    public string? Type { get; set; }

    /// <summary>zip</summary>
    public string? Zip { get; set; }
}
