using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>ApiResultsMetaCompactResponse</summary>
public sealed class ApiResultsMetaCompactResponse<T>
{
    /// <summary>message</summary>
    public string? Message { get; set; }

    /// <summary>messageKey</summary>
    public string? MessageKey { get; set; }

    /// <summary>meta</summary>
    public JsonObject? Meta { get; set; }

    /// <summary>results</summary>
    public IReadOnlyList<T>? Results { get; set; }

    /// <summary>status</summary>
    public string? Status { get; set; }

    /// <summary>statusKey</summary>
    public string? StatusKey { get; set; }

    /// <summary>timestamp</summary>
    public long? Timestamp { get; set; }

    /// <summary>traceid</summary>
    public string? Traceid { get; set; }
}
