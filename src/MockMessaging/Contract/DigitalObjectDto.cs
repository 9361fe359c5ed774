using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>DigitalObjectDto</summary>
public sealed class DigitalObjectDto
{
    /// <summary>data</summary>
    public JsonObject? Data { get; set; }

    /// <summary>id</summary>
    public string? Id { get; set; }

    /// <summary>links</summary>
    public IReadOnlyList<DigitalObjectLink>? Links { get; set; }

    /// <summary>type</summary>
    public string? Type { get; set; }
}
