using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>The full envelope of a response.</summary>
public sealed class ApiResponse<T>
{
    /// <summary>The first of the results.</summary>
    public T? Data { get; set; }

    public IReadOnlyList<JsonNode?>? Details { get; set; }

    /// <summary>Name of the HTTP status, on errors.</summary>
    public string? Error { get; set; }

    public IReadOnlyList<ApiFieldError>? Errors { get; set; }

    /// <summary>Class of the failure, on errors.</summary>
    public string? Exception { get; set; }

    public JsonObject? Extra { get; set; }

    /// <summary>Reasons and provider codes, in the order they came.</summary>
    public IReadOnlyList<string>? Logs { get; set; }

    /// <summary>Result in one sentence.</summary>
    /// <example>This is success message in plain english</example>
    public string? Message { get; set; }

    /// <example>MESSAGE_SUCCESS:MOBILE:12</example>
    public string? MessageKey { get; set; }

    public JsonObject? Meta { get; set; }
    public JsonObject? Params { get; set; }

    /// <example>/postman/email/send</example>
    public string? Path { get; set; }

    public JsonObject? Query { get; set; }

    /// <example>/go/to/some/other/url.html</example>
    public string? RedirectUrl { get; set; }

    public IReadOnlyList<T>? Results { get; set; }

    /// <summary>Build of the vendor's service.</summary>
    public string? ServerVersion { get; set; }

    /// <summary>HTTP status, as text.</summary>
    /// <example>200</example>
    public string? Status { get; set; }

    /// <summary>SUCCESS, or the kind of failure.</summary>
    /// <example>SUCCESS</example>
    public string? StatusKey { get; set; }

    /// <summary>Ms since the epoch.</summary>
    /// <example>1541276788518</example>
    public long? Timestamp { get; set; }

    /// <summary>Id of the request, also in the log.</summary>
    public string? Traceid { get; set; }

    public IReadOnlyList<JsonNode?>? Traces { get; set; }
    public string? WarningKey { get; set; }
    public IReadOnlyList<ApiFieldError>? Warnings { get; set; }
}

/// <summary>The small envelope of a response.</summary>
public sealed class ApiResultsMetaCompactResponse<T>
{
    /// <summary>Result in one sentence.</summary>
    /// <example>This is success message in plain english</example>
    public string? Message { get; set; }

    /// <example>MESSAGE_SUCCESS:MOBILE:12</example>
    public string? MessageKey { get; set; }

    public JsonObject? Meta { get; set; }
    public IReadOnlyList<T>? Results { get; set; }

    /// <summary>HTTP status, as text.</summary>
    /// <example>200</example>
    public string? Status { get; set; }

    /// <summary>SUCCESS, or the kind of failure.</summary>
    /// <example>SUCCESS</example>
    public string? StatusKey { get; set; }

    /// <summary>Ms since the epoch.</summary>
    /// <example>1541276788518</example>
    public long? Timestamp { get; set; }

    /// <summary>Id of the request, also in the log.</summary>
    public string? Traceid { get; set; }
}

/// <summary>An error in a request.</summary>
public sealed class ApiFieldError
{
    /// <summary>The body at fault, if the error is about a body.</summary>
    public JsonNode? Body { get; set; }

    public string? Code { get; set; }

    /// <summary>What is wrong, as a key for programs.</summary>
    public string? CodeKey { get; set; }

    /// <summary>Further codes; normally empty.</summary>
    public IReadOnlyList<string>? Codes { get; set; }

    public string? Description { get; set; }
    public string? DescriptionKey { get; set; }
    public string? Field { get; set; }

    /// <summary>Type of the request at fault; the vendor's spelling.</summary>
    public string? Obzect { get; set; }

    public IReadOnlyList<JsonNode?>? PossibleValues { get; set; }
}

/// <summary>A wrapped value.</summary>
public sealed class MapModel
{
    public JsonNode? First { get; set; }
}
