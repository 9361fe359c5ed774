using System.Text.Json.Serialization;
using MockMessaging.Contract;

namespace MockMessaging.State;

/// <summary>A person reached through one channel. The times of messages are not stored, because they follow from the messages.</summary>
internal sealed class Contact : Record
{
    /// <summary>How long after a contact's last message WhatsApp lets free text through, in milliseconds.</summary>
    public const long CareWindowMs = 24 * 3_600_000L;

    public required string Id { get; init; }

    public required string ChannelId { get; init; }

    public required string ChannelType { get; init; }

    public required string Lane { get; init; }

    public required ContactType ContactType { get; init; }

    /// <summary>The name within the channel: phone, mail address or account id.</summary>
    public required string Csid { get; init; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Lang { get; set; }

    /// <summary>What the business said about the contact; null if nothing.</summary>
    public BusinessProfile? Business { get; set; }

    public long CreatedAt { get; init; }

    public long? OptInAt { get; set; }

    /// <summary>When the business last sent <c>optout</c>, in milliseconds since the epoch; null if it has not, or sent <c>optin</c> later.</summary>
    public long? OptedOutAt { get; set; }

    /// <summary>When the contact told the carrier to stop messages, in milliseconds since the epoch; null if it has not.</summary>
    public long? StoppedAt { get; set; }

    [JsonIgnore]
    public Session? Session { get; set; }

    [JsonIgnore]
    public long? FirstInboundAt { get; private set; }

    [JsonIgnore]
    public long? LastInboundAt { get; private set; }

    [JsonIgnore]
    public long? FirstOutboundAt { get; private set; }

    [JsonIgnore]
    public long? LastOutboundAt { get; private set; }

    /// <summary>The newest message in either direction, in any session; null if there is none.</summary>
    [JsonIgnore]
    public Message? Last { get; private set; }

    /// <summary>True if the contact wrote in the last 24 hours, so that anything may be sent. Otherwise only approved templates get through.</summary>
    public bool IsInCareWindow(long nowMs) => LastInboundAt is { } last && nowMs - last < CareWindowMs;

    public void Touch(Message message)
    {
        Last = message;
        if (message.IsInbound)
        {
            FirstInboundAt ??= message.AcceptedAt;
            LastInboundAt = message.AcceptedAt;
        }
        else
        {
            FirstOutboundAt ??= message.AcceptedAt;
            LastOutboundAt = message.AcceptedAt;
        }
    }
}

internal sealed record BusinessProfile(string? ProfileId, string? Name, string? Email, string? Phone, IReadOnlyList<CustomerLabel>? Labels);
