using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>A company variable.</summary>
public sealed class CompanyVarsConfigDoc
{
    /// <summary>What it is, in words.</summary>
    public string? Description { get; set; }

    /// <summary>Whether it is switched off.</summary>
    public bool? Disabled { get; set; }

    /// <summary>The vendor's tenant.</summary>
    public string? Domain { get; set; }

    /// <summary>Whether the value is empty.</summary>
    public bool? Empty { get; set; }

    /// <summary>Group it belongs to.</summary>
    public string? Group { get; set; }

    /// <summary>Id.</summary>
    public string? Id { get; set; }

    /// <summary>Key.</summary>
    public string? Key { get; set; }

    /// <summary>Whether the value is missing.</summary>
    public bool? Missing { get; set; }

    /// <summary>Whether the value is present.</summary>
    public bool? Present { get; set; }

    /// <summary>Whether it is the company's own.</summary>
    public bool? Primary { get; set; }

    /// <summary>The vendor's server.</summary>
    public string? Server { get; set; }

    /// <summary>Whether it is shared with other tenants.</summary>
    public bool? Shared { get; set; }

    /// <summary>Type.</summary>
    public string? Type { get; set; }

    /// <summary>Value.</summary>
    public JsonNode? Value { get; set; }
}
