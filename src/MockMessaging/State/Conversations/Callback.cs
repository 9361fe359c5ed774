using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MockMessaging.Persistence;
using MockMessaging.Storage;

namespace MockMessaging.State;

/// <summary>A call on one of the two callback routes this server also answers: what came, kept to be looked at.</summary>
internal sealed class Callback : Record
{
    public required string Id { get; init; }

    public required string Path { get; init; }

    public required long At { get; init; }

    public required JsonNode? Body { get; init; }

    [JsonIgnore]
    public override DocumentKind Kind => DocumentKind.Callback;

    public override byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, StoredJson.Default.Callback);
}
