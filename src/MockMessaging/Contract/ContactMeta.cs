using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>ContactMeta</summary>
public sealed class ContactMeta
{
    /// <summary>channelType</summary>
    public string? ChannelType { get; set; }

    /// <summary>contactId</summary>
    public string? ContactId { get; set; }

    /// <summary>contactType</summary>
    public string? ContactType { get; set; }

    /// <summary>country</summary>
    public string? Country { get; set; }

    /// <summary>csid</summary>
    public string? Csid { get; set; }

    /// <summary>email</summary>
    public string? Email { get; set; }

    /// <summary>filters</summary>
    public IReadOnlyList<Dictionary<string, JsonNode?>>? Filters { get; set; }

    /// <summary>keymap</summary>
    public IReadOnlyList<Dictionary<string, string?>>? Keymap { get; set; }

    /// <summary>lane</summary>
    public string? Lane { get; set; }

    /// <summary>name</summary>
    public string? Name { get; set; }

    /// <summary>phone</summary>
    public string? Phone { get; set; }

    /// <summary>prefix</summary>
    public string? Prefix { get; set; }

    /// <summary>tenant</summary>
    public string? Tenant { get; set; }

    /// <summary>userid</summary>
    public string? Userid { get; set; }
}
