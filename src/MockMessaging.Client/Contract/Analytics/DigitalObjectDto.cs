using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>An object with data of a customer.</summary>
public sealed class DigitalObjectDto
{
    public JsonObject? Data { get; set; }

    /// <summary>Id within the type.</summary>
    public string? Id { get; set; }

    public IReadOnlyList<DigitalObjectLink>? Links { get; set; }
    public string? Type { get; set; }
}

/// <summary>An event of a customer.</summary>
public sealed class DigitalEventDto
{
    /// <example>CUSTOMER_CREATED</example>
    public string? EventName { get; set; }

    /// <example>1234567</example>
    public string? Id { get; set; }

    public IReadOnlyList<DigitalObjectLink>? Links { get; set; }
}

/// <summary>A link to another object.</summary>
public sealed class DigitalObjectLink
{
    public string? LinkName { get; set; }
    public string? LinkType { get; set; }
    public string? LinkValue { get; set; }
}
