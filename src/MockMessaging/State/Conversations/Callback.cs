using System.Text.Json.Nodes;

namespace MockMessaging.State;

/// <summary>A call on one of the two callback routes this server also answers: what came, kept to be looked at.</summary>
internal sealed class Callback : Record
{
    public required string Id { get; init; }

    public required string Path { get; init; }

    public required long At { get; init; }

    public required JsonNode? Body { get; init; }
}
