using System.Text.Json.Nodes;

namespace MockMessaging.State;

/// <summary>A recorded request to one of the two callback routes.</summary>
internal sealed class Callback : Record
{
    public required string Id { get; init; }

    public required string Path { get; init; }

    public required long At { get; init; }

    public required JsonNode? Body { get; init; }
}
