namespace MockMessaging.Contract;

/// <summary>PBPhone</summary>
public sealed class PBPhone
{
    /// <summary>country</summary>
    public string? Country { get; set; }

    /// <summary>countryCallingCode</summary>
    public string? CountryCallingCode { get; set; }

    /// <summary>ext</summary>
    public string? Ext { get; set; }

    /// <summary>label</summary>
    public string? Label { get; set; }

    /// <summary>nationalNumber</summary>
    public string? NationalNumber { get; set; }

    /// <summary>phone</summary>
    public string? Phone { get; set; }

    /// <summary>type</summary>
    public string? Type { get; set; }

    /// <summary>uuid</summary>
    public string? Uuid { get; set; }

    /// <summary>whatsAppId</summary>
    public string? WhatsAppId { get; set; }
}
