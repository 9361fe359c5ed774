using System.Text.Json;
using System.Text.Json.Serialization;
using MockMessaging.Contract;
using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>Somebody reached through one channel. Stamps of messages are not stored: they follow from the messages.</summary>
internal sealed class Contact : Record
{
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

    /// <summary>Preferred template language.</summary>
    public string? Lang { get; set; }

    public long CreatedAt { get; init; }

    public long? OptInAt { get; set; }

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

    [JsonIgnore]
    public override DocumentKind Kind => DocumentKind.Contact;

    public void Touch(Message message)
    {
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

    public override byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, StoredJson.Default.Contact);
}
