using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>CompanyVarsConfigDoc</summary>
public sealed class CompanyVarsConfigDoc
{
    /// <summary>description</summary>
    public string? Description { get; set; }

    /// <summary>disabled</summary>
    public bool? Disabled { get; set; }

    /// <summary>domain</summary>
    public string? Domain { get; set; }

    /// <summary>empty</summary>
    public bool? Empty { get; set; }

    /// <summary>group</summary>
    public string? Group { get; set; }

    /// <summary>id</summary>
    public string? Id { get; set; }

    /// <summary>key</summary>
    public string? Key { get; set; }

    /// <summary>missing</summary>
    public bool? Missing { get; set; }

    /// <summary>present</summary>
    public bool? Present { get; set; }

    /// <summary>primary</summary>
    public bool? Primary { get; set; }

    /// <summary>server</summary>
    public string? Server { get; set; }

    /// <summary>shared</summary>
    public bool? Shared { get; set; }

    /// <summary>type</summary>
    public string? Type { get; set; }

    /// <summary>value</summary>
    public JsonNode? Value { get; set; }
}
