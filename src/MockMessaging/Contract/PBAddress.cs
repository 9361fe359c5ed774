namespace MockMessaging.Contract;

/// <summary>PBAddress</summary>
public sealed class PBAddress
{
    /// <summary>city</summary>
    public string? City { get; set; }

    /// <summary>country</summary>
    public string? Country { get; set; }

    /// <summary>countryCode</summary>
    public string? CountryCode { get; set; }

    /// <summary>state</summary>
    public string? State { get; set; }

    /// <summary>street</summary>
    public string? Street { get; set; }

    /// <summary>type</summary>
    public string? Type { get; set; }

    /// <summary>uuid</summary>
    public string? Uuid { get; set; }

    /// <summary>zip</summary>
    public string? Zip { get; set; }
}
