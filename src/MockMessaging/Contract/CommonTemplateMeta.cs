using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>CommonTemplateMeta</summary>
public sealed class CommonTemplateMeta
{
    /// <summary>code</summary>
    public string? Code { get; set; }

    /// <summary>data</summary>
    public JsonObject? Data { get; set; }

    /// <summary>id</summary>
    public string? Id { get; set; }

    /// <summary>lang</summary>
    public string? Lang { get; set; }

    /// <summary>linked</summary>
    public string? Linked { get; set; }
}
