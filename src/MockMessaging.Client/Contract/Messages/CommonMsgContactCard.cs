using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>A contact card.</summary>
public sealed class CommonMsgContactCard
{
    public IReadOnlyList<OutBoundMsgContactAddress>? Addresses { get; set; }

    /// <summary>Birthday, YYYY-MM-DD.</summary>
    public string? Birthday { get; set; }

    public IReadOnlyList<OutBoundMsgContactEmail>? Emails { get; set; }

    /// <summary>Accounts on messaging services.</summary>
    public IReadOnlyList<OutBoundMsgContactSocial>? Ims { get; set; }

    public OutBoundMsgContactName? Name { get; set; }
    public OutBoundMsgContactOrg? Org { get; set; }
    public IReadOnlyList<OutBoundMsgContactPhone>? Phones { get; set; }
    public IReadOnlyList<OutBoundMsgContactUrl>? Urls { get; set; }
}

/// <summary>An address on a contact card.</summary>
public sealed class OutBoundMsgContactAddress
{
    /// <example>Menlo Park</example>
    public string? City { get; set; }

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

    /// <summary>WORK, HOME or similar.</summary>
    /// <example>HOME</example>
    public string? Type { get; set; }

    /// <summary>Postal code.</summary>
    /// <example>94025</example>
    public string? Zip { get; set; }
}

/// <summary>A mail address on a contact card.</summary>
public sealed class OutBoundMsgContactEmail
{
    /// <example>test@whatsapp.com</example>
    public string? Email { get; set; }

    /// <summary>WORK, HOME or similar.</summary>
    /// <example>WORK</example>
    public string? Type { get; set; }
}

/// <summary>The name on a contact card.</summary>
public sealed class OutBoundMsgContactName
{
    /// <example>John</example>
    [JsonPropertyName("first_name")]
    public string? FirstName { get; set; }

    /// <summary>Name that is shown.</summary>
    /// <example>John Smith</example>
    [JsonPropertyName("formatted_name")]
    public string? FormattedName { get; set; }

    /// <example>Smith</example>
    [JsonPropertyName("last_name")]
    public string? LastName { get; set; }
}

/// <summary>The company on a contact card.</summary>
public sealed class OutBoundMsgContactOrg
{
    /// <example>WhatsApp</example>
    public string? Company { get; set; }

    /// <example>Design</example>
    public string? Department { get; set; }

    /// <example>Manager</example>
    public string? Title { get; set; }
}

/// <summary>A phone on a contact card.</summary>
public sealed class OutBoundMsgContactPhone
{
    /// <example>+1 (940) 555-1234</example>
    public string? Phone { get; set; }

    /// <summary>WORK, HOME or similar.</summary>
    /// <example>HOME</example>
    public string? Type { get; set; }

    /// <summary>Number on WhatsApp.</summary>
    /// <example>16505551234</example>
    [JsonPropertyName("wa_id")]
    public string? WaId { get; set; }
}

/// <summary>An account on a contact card.</summary>
public sealed class OutBoundMsgContactSocial
{
    /// <example>FACEBOOK</example>
    public string? Service { get; set; }

    /// <example>https://www.facebook.com</example>
    public string? Userid { get; set; }
}

/// <summary>A web address on a contact card.</summary>
public sealed class OutBoundMsgContactUrl
{
    /// <summary>WORK, HOME or similar.</summary>
    /// <example>WORK</example>
    public string? Type { get; set; }

    /// <example>https://www.facebook.com</example>
    public string? Url { get; set; }
}
