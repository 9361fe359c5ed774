namespace MockMessaging.Contract;

/// <summary>An address of a card.</summary>
public sealed class PBAddress
{
    /// <summary>City.</summary>
    public string? City { get; set; }

    /// <summary>Country.</summary>
    public string? Country { get; set; }

    /// <summary>ISO code of the country.</summary>
    public string? CountryCode { get; set; }

    /// <summary>State or region.</summary>
    public string? State { get; set; }

    /// <summary>Street and number.</summary>
    public string? Street { get; set; }

    /// <summary>Type.</summary>
    public string? Type { get; set; }

    /// <summary>Id.</summary>
    public string? Uuid { get; set; }

    /// <summary>Postal code.</summary>
    public string? Zip { get; set; }
}
