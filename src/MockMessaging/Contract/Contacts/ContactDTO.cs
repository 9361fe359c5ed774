using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>A contact, beside its messages.</summary>
public sealed class ContactDTO
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

    /// <summary>Who made it.</summary>
    public string? CreatedBy { get; set; }

    /// <summary>When it was made, ms since the epoch.</summary>
    public long? CreatedStamp { get; set; }

    /// <summary>The contact's name within the channel: phone, mail address or account id.</summary>
    public string? Csid { get; set; }

    /// <summary>Mail address.</summary>
    /// <example>John.Doe@company.co</example>
    public string? Email { get; set; }

    /// <summary>Whether the mail address is proven.</summary>
    public bool? EmailVerified { get; set; }

    /// <summary>Opaque.</summary>
    public IReadOnlyList<Dictionary<string, JsonNode?>>? Filters { get; set; }

    /// <summary>First message of the contact, ms since the epoch.</summary>
    public long? FirstInBoundStamp { get; set; }

    /// <summary>First message to the contact, ms since the epoch.</summary>
    public long? FirstOutBoundStamp { get; set; }

    /// <summary>Opaque.</summary>
    public IReadOnlyList<Dictionary<string, string?>>? Keymap { get; set; }

    /// <summary>Labels of the contact.</summary>
    public IReadOnlyList<string>? LabelId { get; set; }

    /// <summary>Business number or account: the part of the channel id after the colon.</summary>
    public string? Lane { get; set; }

    /// <summary>Last message of the contact, ms since the epoch.</summary>
    public long? LastInBoundStamp { get; set; }

    /// <summary>Last consent of the contact, ms since the epoch.</summary>
    public long? LastOptInStamp { get; set; }

    /// <summary>Last message to the contact, ms since the epoch.</summary>
    public long? LastOutBoundStamp { get; set; }

    /// <summary>Last message outside the care window, ms since the epoch.</summary>
    public long? LastPushStamp { get; set; }

    /// <summary>Last answer to the contact, ms since the epoch.</summary>
    public long? LastReplyStamp { get; set; }

    /// <summary>Name.</summary>
    /// <example>John Doe</example>
    public string? Name { get; set; }

    /// <summary>Phone.</summary>
    /// <example>919876543210</example>
    public string? Phone { get; set; }

    /// <summary>Whether the phone is proven.</summary>
    public bool? PhoneVerified { get; set; }

    /// <summary>First letters of the contact id.</summary>
    public string? Prefix { get; set; }

    /// <summary>Who the contact is.</summary>
    public ChatProfileDTO? Profile { get; set; }

    /// <summary>Address of the picture.</summary>
    public string? ProfilePic { get; set; }

    /// <summary>Id of the session.</summary>
    public string? SessionId { get; set; }

    /// <summary>The vendor's tenant.</summary>
    public string? Tenant { get; set; }

    /// <summary>Id of the user.</summary>
    public string? Userid { get; set; }
}
