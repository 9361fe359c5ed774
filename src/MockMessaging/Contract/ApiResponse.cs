using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>ApiResponse</summary>
public sealed class ApiResponse<T>
{
    /// <summary>data</summary>
    public T? Data { get; set; }

    /// <summary>details</summary>
    public IReadOnlyList<JsonNode?>? Details { get; set; }

    /// <summary>error</summary>
    public string? Error { get; set; }

    /// <summary>errors</summary>
    public IReadOnlyList<ApiFieldError>? Errors { get; set; }

    /// <summary>exception</summary>
    public string? Exception { get; set; }

    /// <summary>extra</summary>
    public JsonObject? Extra { get; set; }

    /// <summary>logs</summary>
    public IReadOnlyList<string>? Logs { get; set; }

    /// <summary>message</summary>
    public string? Message { get; set; }

    /// <summary>messageKey</summary>
    public string? MessageKey { get; set; }

    /// <summary>meta</summary>
    public JsonObject? Meta { get; set; }

    /// <summary>params</summary>
    public JsonObject? Params { get; set; }

    /// <summary>path</summary>
    public string? Path { get; set; }

    /// <summary>query</summary>
    public JsonObject? Query { get; set; }

    /// <summary>redirectUrl</summary>
    public string? RedirectUrl { get; set; }

    /// <summary>results</summary>
    public IReadOnlyList<T>? Results { get; set; }

    /// <summary>serverVersion</summary>
    public string? ServerVersion { get; set; }

    /// <summary>status</summary>
    public string? Status { get; set; }

    /// <summary>statusKey</summary>
    public string? StatusKey { get; set; }

    /// <summary>timestamp</summary>
    public long? Timestamp { get; set; }

    /// <summary>traceid</summary>
    public string? Traceid { get; set; }

    /// <summary>traces</summary>
    public IReadOnlyList<JsonNode?>? Traces { get; set; }

    /// <summary>warningKey</summary>
    public string? WarningKey { get; set; }

    /// <summary>warnings</summary>
    public IReadOnlyList<ApiFieldError>? Warnings { get; set; }
}
