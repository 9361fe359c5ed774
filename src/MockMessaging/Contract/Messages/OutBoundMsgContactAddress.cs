using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>An address on a contact card.</summary>
public sealed class OutBoundMsgContactAddress
{
    /// <summary>City.</summary>
    /// <example>Menlo Park</example>
    public string? City { get; set; }

    /// <summary>Country.</summary>
    /// <example>United States</example>
    public string? Country { get; set; }

    /// <summary>ISO code of the country.</summary>
    /// <example>us</example>
    [JsonPropertyName("country_code")]
    public string? CountryCode { get; set; }

    /// <summary>State or region.</summary>
    /// <example>CA</example>
    public string? State { get; set; }

    /// <summary>Street and number.</summary>
    /// <example>1 Hacker Way</example>
    public string? Street { get; set; }

    /// <summary>WORK, HOME or the like.</summary>
    /// <example>HOME</example>
    public string? Type { get; set; }

    /// <summary>Postal code.</summary>
    /// <example>94025</example>
    public string? Zip { get; set; }
}
