using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>A label of a customer.</summary>
public sealed class CustomerLabel
{
    /// <summary>Format of the value.</summary>
    [DocumentedValues("MM/DD/YY")]
    public string? Format { get; set; }

    /// <summary>Unique key of the label.</summary>
    /// <example>CUSTOMER_TYPE</example>
    public string? Key { get; set; }

    /// <summary>Name shown; labels of one name are grouped, and the key stands in where it is left out.</summary>
    /// <example>Customer Type</example>
    public string? Name { get; set; }

    /// <summary>What kind of value it holds.</summary>
    public LabelType? Type { get; set; }

    /// <summary>Value.</summary>
    public JsonNode? Value { get; set; }
}
