using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>One thing wrong with a request.</summary>
public sealed class ApiFieldError
{
    /// <summary>What was given, where the error is about a body.</summary>
    public JsonNode? Body { get; set; }

    /// <summary>Code.</summary>
    public string? Code { get; set; }

    /// <summary>What is wrong, as a key programs can read.</summary>
    public string? CodeKey { get; set; }

    /// <summary>Further codes; normally empty.</summary>
    public IReadOnlyList<string>? Codes { get; set; }

    /// <summary>What it is, in words.</summary>
    public string? Description { get; set; }

    /// <summary>Key of the description.</summary>
    public string? DescriptionKey { get; set; }

    /// <summary>The field at fault.</summary>
    public string? Field { get; set; }

    /// <summary>Shape of the request at fault; the vendor's spelling.</summary>
    public string? Obzect { get; set; }

    /// <summary>What would be accepted.</summary>
    public IReadOnlyList<JsonNode?>? PossibleValues { get; set; }
}
