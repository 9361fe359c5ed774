using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>The full envelope of an answer.</summary>
public sealed class ApiResponse<T>
{
    /// <summary>The first of the results.</summary>
    public T? Data { get; set; }

    /// <summary>Further details.</summary>
    public IReadOnlyList<JsonNode?>? Details { get; set; }

    /// <summary>Name of the HTTP status, on errors.</summary>
    public string? Error { get; set; }

    /// <summary>What went wrong.</summary>
    public IReadOnlyList<ApiFieldError>? Errors { get; set; }

    /// <summary>Class of the failure, on errors.</summary>
    public string? Exception { get; set; }

    /// <summary>Further values.</summary>
    public JsonObject? Extra { get; set; }

    /// <summary>Reasons and provider codes, in the order they came.</summary>
    public IReadOnlyList<string>? Logs { get; set; }

    /// <summary>What happened, in words.</summary>
    /// <example>This is success message in plain english</example>
    public string? Message { get; set; }

    /// <summary>Key of the message text.</summary>
    /// <example>MESSAGE_SUCCESS:MOBILE:12</example>
    public string? MessageKey { get; set; }

    /// <summary>About the answer as a whole.</summary>
    public JsonObject? Meta { get; set; }

    /// <summary>Parameters.</summary>
    public JsonObject? Params { get; set; }

    /// <summary>Path of the request.</summary>
    /// <example>/postman/email/send</example>
    public string? Path { get; set; }

    /// <summary>Query of the request.</summary>
    public JsonObject? Query { get; set; }

    /// <summary>Where to go next.</summary>
    /// <example>/go/to/some/other/url.html</example>
    public string? RedirectUrl { get; set; }

    /// <summary>What was asked for.</summary>
    public IReadOnlyList<T>? Results { get; set; }

    /// <summary>Build of the vendor's service.</summary>
    public string? ServerVersion { get; set; }

    /// <summary>HTTP status, as text.</summary>
    /// <example>200</example>
    public string? Status { get; set; }

    /// <summary>SUCCESS, or what kind of failure.</summary>
    /// <example>SUCCESS</example>
    public string? StatusKey { get; set; }

    /// <summary>When, ms since the epoch.</summary>
    /// <example>1541276788518</example>
    public long? Timestamp { get; set; }

    /// <summary>Id of the call, also found in the log.</summary>
    public string? Traceid { get; set; }

    /// <summary>Traces of processing.</summary>
    public IReadOnlyList<JsonNode?>? Traces { get; set; }

    /// <summary>Key of the warning.</summary>
    public string? WarningKey { get; set; }

    /// <summary>What to look at though the call succeeded.</summary>
    public IReadOnlyList<ApiFieldError>? Warnings { get; set; }
}
