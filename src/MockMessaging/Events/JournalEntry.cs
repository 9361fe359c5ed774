using MockMessaging.State;

namespace MockMessaging.Events;

/// <summary>A request of the API and its response. Keys are never recorded.</summary>
internal sealed class JournalEntry
{
    /// <summary>Ascending number, from 1.</summary>
    public long Number { get; set; }

    public required long AtMs { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    /// <summary>The query without its question mark, keys masked.</summary>
    public required string Query { get; init; }

    public required int Status { get; init; }

    public required double DurationMs { get; init; }

    public required string TraceId { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>Why <see cref="Body"/> is empty although the request had one.</summary>
    public BodyGap Gap { get; init; }

    /// <summary>The beginning of the response body; empty if there was none.</summary>
    public byte[] Response { get; init; } = [];

    /// <summary>True if the response body was longer than what is kept of it.</summary>
    public bool IsResponseCut { get; init; }

    public RecordedHeaders Headers { get; init; } = RecordedHeaders.None;

    /// <summary>The message it sent; null if it sent none.</summary>
    public Message? Message { get; init; }

    /// <summary>Bytes of everything that has no fixed length.</summary>
    public int Bytes => Body.Length + Response.Length + (sizeof(char) * (Path.Length + Query.Length + TraceId.Length + Headers.Letters));

    /// <summary>Warnings of the response; null if there were none.</summary>
    public string? Warnings { get; init; }

    /// <summary>The fault that hit the request; null if none did.</summary>
    public string? Fault { get; init; }
}

/// <summary>Why the body of a request is not recorded.</summary>
internal enum BodyGap
{
    /// <summary>The body is recorded, or the request had none.</summary>
    None,

    /// <summary>Larger than the server takes.</summary>
    TooLarge,

    /// <summary>The client did not send all of it.</summary>
    Cut,

    /// <summary>The server refused to read it.</summary>
    Unread,
}
