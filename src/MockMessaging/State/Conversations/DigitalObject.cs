using System.Text.Json;
using System.Text.Json.Serialization;
using MockMessaging.Contract;
using MockMessaging.Persistence;
using MockMessaging.Storage;

namespace MockMessaging.State;

/// <summary>Customer data as last pushed, one per type and id.</summary>
internal sealed class DigitalObject : Record
{
    public required long CreatedAt { get; init; }

    public required long UpdatedAt { get; set; }

    public required DigitalObjectDto Content { get; set; }

    [JsonIgnore]
    public override DocumentKind Kind => DocumentKind.DigitalObject;

    public override byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, StoredJson.Default.DigitalObject);
}
