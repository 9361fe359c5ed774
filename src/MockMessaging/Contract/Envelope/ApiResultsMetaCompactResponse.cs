using System.Text.Json.Nodes;

namespace MockMessaging.Contract;

/// <summary>The small envelope of an answer.</summary>
public sealed class ApiResultsMetaCompactResponse<T>
{
    /// <summary>What happened, in words.</summary>
    /// <example>This is success message in plain english</example>
    public string? Message { get; set; }

    /// <summary>Key of the message text.</summary>
    /// <example>MESSAGE_SUCCESS:MOBILE:12</example>
    public string? MessageKey { get; set; }

    /// <summary>About the answer as a whole.</summary>
    public JsonObject? Meta { get; set; }

    /// <summary>What was asked for.</summary>
    public IReadOnlyList<T>? Results { get; set; }

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
}
