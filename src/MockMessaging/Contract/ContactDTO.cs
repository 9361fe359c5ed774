using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>ContactDTO</summary>
public sealed class ContactDTO
{
    /// <summary>channelType</summary>
    public string? ChannelType { get; set; }

    /// <summary>contactId</summary>
    public string? ContactId { get; set; }

    /// <summary>contactType</summary>
    public string? ContactType { get; set; }

    /// <summary>country</summary>
    public string? Country { get; set; }

    /// <summary>createdBy</summary>
    public string? CreatedBy { get; set; }

    /// <summary>createdStamp</summary>
    public long? CreatedStamp { get; set; }

    /// <summary>csid</summary>
    public string? Csid { get; set; }

    /// <summary>email</summary>
    public string? Email { get; set; }

    /// <summary>emailVerified</summary>
    public bool? EmailVerified { get; set; }

    /// <summary>filters</summary>
    public IReadOnlyList<Dictionary<string, JsonNode?>>? Filters { get; set; }

    /// <summary>firstInBoundStamp</summary>
    public long? FirstInBoundStamp { get; set; }

    /// <summary>firstOutBoundStamp</summary>
    public long? FirstOutBoundStamp { get; set; }

    /// <summary>keymap</summary>
    public IReadOnlyList<Dictionary<string, string?>>? Keymap { get; set; }

    /// <summary>labelId</summary>
    public IReadOnlyList<string>? LabelId { get; set; }

    /// <summary>lane</summary>
    public string? Lane { get; set; }

    /// <summary>lastInBoundStamp</summary>
    public long? LastInBoundStamp { get; set; }

    /// <summary>lastOptInStamp</summary>
    public long? LastOptInStamp { get; set; }

    /// <summary>lastOutBoundStamp</summary>
    public long? LastOutBoundStamp { get; set; }

    /// <summary>lastPushStamp</summary>
    public long? LastPushStamp { get; set; }

    /// <summary>lastReplyStamp</summary>
    public long? LastReplyStamp { get; set; }

    /// <summary>name</summary>
    public string? Name { get; set; }

    /// <summary>phone</summary>
    public string? Phone { get; set; }

    /// <summary>phoneVerified</summary>
    public bool? PhoneVerified { get; set; }

    /// <summary>prefix</summary>
    public string? Prefix { get; set; }

    /// <summary>profile</summary>
    public ChatProfileDTO? Profile { get; set; }

    /// <summary>profilePic</summary>
    public string? ProfilePic { get; set; }

    /// <summary>sessionId</summary>
    public string? SessionId { get; set; }

    /// <summary>tenant</summary>
    public string? Tenant { get; set; }

    /// <summary>userid</summary>
    public string? Userid { get; set; }
}
