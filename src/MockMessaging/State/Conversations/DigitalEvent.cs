using System.Text.Json;
using System.Text.Json.Serialization;
using MockMessaging.Contract;
using MockMessaging.Persistence;
using MockMessaging.Storage;

namespace MockMessaging.State;

/// <summary>A customer event as pushed; events are only ever added.</summary>
internal sealed class DigitalEvent : Record
{
    public required long CreatedAt { get; init; }

    public required DigitalEventDto Content { get; init; }

    [JsonIgnore]
    public override DocumentKind Kind => DocumentKind.DigitalEvent;

    public override byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, StoredJson.Default.DigitalEvent);
}
