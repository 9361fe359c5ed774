using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MockMessaging.Contract;

/// <summary>Profile of a customer.</summary>
public sealed class ChatProfileDTO
{
    public string? Code { get; set; }
    public string? ContactId { get; set; }
    public string? Email { get; set; }
    public string? Id { get; set; }
    public IReadOnlyList<CustomerLabel>? Labels { get; set; }
    public string? Mobile { get; set; }
    public string? Name { get; set; }

    /// <summary>Id of the customer in the business's own records.</summary>
    public string? ProfileId { get; set; }

    public string? UserId { get; set; }
}

/// <summary>A label of a customer.</summary>
public sealed class CustomerLabel
{
    [DocumentedValues("MM/DD/YY")]
    public string? Format { get; set; }

    /// <summary>Unique key of the label.</summary>
    /// <example>CUSTOMER_TYPE</example>
    public string? Key { get; set; }

    /// <summary>Name that is shown; labels of one name form a group. Default: the key.</summary>
    /// <example>Customer Type</example>
    public string? Name { get; set; }

    public LabelType? Type { get; set; }
    public JsonNode? Value { get; set; }
}

/// <summary>Type of a label.</summary>
[JsonConverter(typeof(StrictEnumConverter<LabelType>))]
public enum LabelType
{
    Text, Date, Number, List,
}
