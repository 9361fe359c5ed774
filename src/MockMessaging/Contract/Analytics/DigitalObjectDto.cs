using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>Something known of a customer.</summary>
public sealed class DigitalObjectDto
{
    /// <summary>Values.</summary>
    public JsonObject? Data { get; set; }

    /// <summary>Id within the type.</summary>
    public string? Id { get; set; }

    /// <summary>What it is connected with.</summary>
    public IReadOnlyList<DigitalObjectLink>? Links { get; set; }

    /// <summary>Kind of object.</summary>
    public string? Type { get; set; }
}
