using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>A contact, as in the messages of a session.</summary>
public sealed class ContactDTO
{
    /// <summary>Kind of channel: the part of its id before the colon.</summary>
    public string? ChannelType { get; set; }

    /// <example>wa919876543210</example>
    public string? ContactId { get; set; }

    public string? ContactType { get; set; }
    public string? Country { get; set; }
    public string? CreatedBy { get; set; }

    /// <summary>Time of creation, ms since the epoch.</summary>
    public long? CreatedStamp { get; set; }

    /// <summary>Id of the contact within the channel: phone, mail address or account id.</summary>
    public string? Csid { get; set; }

    /// <example>John.Doe@company.co</example>
    public string? Email { get; set; }

    public bool? EmailVerified { get; set; }
    public IReadOnlyList<Dictionary<string, JsonNode?>>? Filters { get; set; }

    /// <summary>First message of the contact, ms since the epoch.</summary>
    public long? FirstInBoundStamp { get; set; }

    /// <summary>First message to the contact, ms since the epoch.</summary>
    public long? FirstOutBoundStamp { get; set; }

    public IReadOnlyList<Dictionary<string, string?>>? Keymap { get; set; }
    public IReadOnlyList<string>? LabelId { get; set; }

    /// <summary>Business number or account: the part of the channel id after the colon.</summary>
    public string? Lane { get; set; }

    /// <summary>Last message of the contact, ms since the epoch.</summary>
    public long? LastInBoundStamp { get; set; }

    /// <summary>Last opt-in of the contact, ms since the epoch.</summary>
    public long? LastOptInStamp { get; set; }

    /// <summary>Last message to the contact, ms since the epoch.</summary>
    public long? LastOutBoundStamp { get; set; }

    /// <summary>Last message outside the care window, ms since the epoch.</summary>
    public long? LastPushStamp { get; set; }

    /// <summary>Last reply to the contact, ms since the epoch.</summary>
    public long? LastReplyStamp { get; set; }

    /// <example>John Doe</example>
    public string? Name { get; set; }

    /// <example>919876543210</example>
    public string? Phone { get; set; }

    public bool? PhoneVerified { get; set; }

    /// <summary>Prefix of the contact id; follows from the kind of channel.</summary>
    public string? Prefix { get; set; }

    public ChatProfileDTO? Profile { get; set; }
    public string? ProfilePic { get; set; }
    public string? SessionId { get; set; }

    /// <summary>The vendor's tenant.</summary>
    public string? Tenant { get; set; }

    public string? Userid { get; set; }
}

/// <summary>A contact as a receiver.</summary>
public sealed class ContactMeta
{
    /// <summary>Kind of channel: the part of its id before the colon.</summary>
    public string? ChannelType { get; set; }

    /// <example>wa919876543210</example>
    public string? ContactId { get; set; }

    public string? ContactType { get; set; }
    public string? Country { get; set; }

    /// <summary>Id of the contact within the channel: phone, mail address or account id.</summary>
    public string? Csid { get; set; }

    /// <example>John.Doe@company.co</example>
    public string? Email { get; set; }

    public IReadOnlyList<Dictionary<string, JsonNode?>>? Filters { get; set; }
    public IReadOnlyList<Dictionary<string, string?>>? Keymap { get; set; }

    /// <summary>Business number or account: the part of the channel id after the colon.</summary>
    public string? Lane { get; set; }

    /// <example>John Doe</example>
    public string? Name { get; set; }

    /// <example>919876543210</example>
    public string? Phone { get; set; }

    /// <summary>Prefix of the contact id; follows from the kind of channel.</summary>
    public string? Prefix { get; set; }

    /// <summary>The vendor's tenant.</summary>
    public string? Tenant { get; set; }

    public string? Userid { get; set; }
}

/// <summary>A contact, as in events and stored messages.</summary>
public sealed class Contactable
{
    /// <summary>Kind of channel: the part of its id before the colon.</summary>
    public string? ChannelType { get; set; }

    public string? ContactId { get; set; }
    public string? ContactType { get; set; }

    /// <summary>Id of the contact within the channel: phone, mail address or account id.</summary>
    public string? Csid { get; set; }

    public string? Email { get; set; }

    /// <summary>Business number or account: the part of the channel id after the colon.</summary>
    public string? Lane { get; set; }

    public string? Name { get; set; }
    public string? Phone { get; set; }
}

/// <summary>Kind of channel that a contact uses.</summary>
[JsonConverter(typeof(StrictEnumConverter<ContactType>))]
public enum ContactType
{
    Sms, Oa, Email, [JsonStringEnumMemberName("WHATSAPP")] WhatsApp, Push, Facebook, Telegram, Website, Twitter, Instagram,
    Dummy, Empty,
}
