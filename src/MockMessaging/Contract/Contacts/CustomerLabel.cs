using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>A label of a customer.</summary>
public sealed class CustomerLabel
{
    /// <summary>Format of the value.</summary>
    [DocumentedValues("MM/DD/YY")]
    public string? Format { get; set; }

    /// <summary>Key.</summary>
    /// <example>CUSTOMER_TYPE</example>
    public string? Key { get; set; }

    /// <summary>Name.</summary>
    /// <example>Customer Type</example>
    public string? Name { get; set; }

    /// <summary>Type.</summary>
    public LabelType? Type { get; set; }

    /// <summary>Value.</summary>
    public JsonNode? Value { get; set; }
}
