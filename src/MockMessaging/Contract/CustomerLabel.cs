using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>CustomerLabel</summary>
public sealed class CustomerLabel
{
    /// <summary>format</summary>
    [DocumentedValues("MM/DD/YY")]
    public string? Format { get; set; }

    /// <summary>key</summary>
    public string? Key { get; set; }

    /// <summary>name</summary>
    public string? Name { get; set; }

    /// <summary>type</summary>
    public LabelType? Type { get; set; }

    /// <summary>value</summary>
    public JsonNode? Value { get; set; }
}
