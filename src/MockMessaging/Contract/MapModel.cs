using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>MapModel</summary>
public sealed class MapModel
{
    /// <summary>first</summary>
    public JsonNode? First { get; set; }
}
