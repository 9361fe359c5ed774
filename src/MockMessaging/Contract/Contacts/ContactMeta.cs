using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>A contact as a receiver.</summary>
public sealed class ContactMeta
{
    /// <summary>Kind of channel: the part of its id before the colon.</summary>
    public string? ChannelType { get; set; }

    /// <summary>Id of the contact.</summary>
    /// <example>wa919876543210</example>
    public string? ContactId { get; set; }

    /// <summary>Through what kind of channel the contact is reached.</summary>
    public string? ContactType { get; set; }

    /// <summary>Country.</summary>
    public string? Country { get; set; }

    /// <summary>The contact's name within the channel: phone, mail address or account id.</summary>
    public string? Csid { get; set; }

    /// <summary>Mail address.</summary>
    /// <example>John.Doe@company.co</example>
    public string? Email { get; set; }

    /// <summary>Opaque.</summary>
    public IReadOnlyList<Dictionary<string, JsonNode?>>? Filters { get; set; }

    /// <summary>Opaque.</summary>
    public IReadOnlyList<Dictionary<string, string?>>? Keymap { get; set; }

    /// <summary>Business number or account: the part of the channel id after the colon.</summary>
    public string? Lane { get; set; }

    /// <summary>Name.</summary>
    /// <example>John Doe</example>
    public string? Name { get; set; }

    /// <summary>Phone.</summary>
    /// <example>919876543210</example>
    public string? Phone { get; set; }

    /// <summary>First letters of the contact id.</summary>
    public string? Prefix { get; set; }

    /// <summary>The vendor's tenant.</summary>
    public string? Tenant { get; set; }

    /// <summary>Id of the user.</summary>
    public string? Userid { get; set; }
}
