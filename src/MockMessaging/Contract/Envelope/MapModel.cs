using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>A wrapped value.</summary>
public sealed class MapModel
{
    /// <summary>First value.</summary>
    public JsonNode? First { get; set; }
}
