using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>ApiFieldError</summary>
public sealed class ApiFieldError
{
    /// <summary>body</summary>
    public JsonNode? Body { get; set; }

    /// <summary>code</summary>
    public string? Code { get; set; }

    /// <summary>codeKey</summary>
    public string? CodeKey { get; set; }

    /// <summary>codes</summary>
    public IReadOnlyList<string>? Codes { get; set; }

    /// <summary>description</summary>
    public string? Description { get; set; }

    /// <summary>descriptionKey</summary>
    public string? DescriptionKey { get; set; }

    /// <summary>field</summary>
    public string? Field { get; set; }

    /// <summary>obzect</summary>
    public string? Obzect { get; set; }

    /// <summary>possibleValues</summary>
    public IReadOnlyList<JsonNode?>? PossibleValues { get; set; }
}
