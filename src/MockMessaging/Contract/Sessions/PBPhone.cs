namespace MockMessaging.Contract;

/// <summary>A phone of a card.</summary>
public sealed class PBPhone
{
    /// <summary>Country.</summary>
    public string? Country { get; set; }

    /// <summary>Country calling code.</summary>
    public string? CountryCallingCode { get; set; }

    /// <summary>Extension.</summary>
    public string? Ext { get; set; }

    /// <summary>What is shown.</summary>
    public string? Label { get; set; }

    /// <summary>Number without the country.</summary>
    public string? NationalNumber { get; set; }

    /// <summary>Phone.</summary>
    public string? Phone { get; set; }

    /// <summary>Type.</summary>
    public string? Type { get; set; }

    /// <summary>Id.</summary>
    public string? Uuid { get; set; }

    /// <summary>Number on WhatsApp.</summary>
    public string? WhatsAppId { get; set; }
}
