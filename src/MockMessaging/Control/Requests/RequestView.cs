using System.Text.Json.Nodes;
using MockMessaging.Events;

namespace MockMessaging.Control;

/// <summary>A call of the API.</summary>
/// <param name="Number">Its place in the journal.</param>
/// <param name="At">When, by the workspace's clock.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Its path.</param>
/// <param name="Query">Its query, keys masked.</param>
/// <param name="Status">HTTP status of the answer; 0 if there was none.</param>
/// <param name="DurationMs">How long it took, in real milliseconds.</param>
/// <param name="TraceId">Trace id of the answer.</param>
/// <param name="Headers">The headers of the request by name; keys, tokens and cookies masked.</param>
/// <param name="Body">The body, as JSON where it is some, else as text.</param>
/// <param name="NoBody">Why the body is not here although the call had one.</param>
/// <param name="MessageIds">The messages it sent.</param>
/// <param name="SessionId">The session of those.</param>
/// <param name="ContactId">The contact of those.</param>
/// <param name="Warnings">What the answer warned of.</param>
/// <param name="Fault">The fault that spoilt the answer.</param>
public sealed record RequestView(
    long Number,
    DateTimeOffset At,
    string Method,
    string Path,
    string? Query,
    int Status,
    double DurationMs,
    string TraceId,
    IReadOnlyDictionary<string, string> Headers,
    JsonNode? Body,
    string? NoBody,
    IReadOnlyList<string>? MessageIds,
    string? SessionId,
    string? ContactId,
    string? Warnings,
    string? Fault)
{
    internal static RequestView Of(JournalEntry entry) => new(
        entry.Number,
        DateTimeOffset.FromUnixTimeMilliseconds(entry.AtMs),
        entry.Method,
        entry.Path,
        entry.Query.Length == 0 ? null : entry.Query,
        entry.Status,
        entry.DurationMs,
        entry.TraceId,
        HeadersOf(entry.Headers),
        Bodies.ReadForeign(entry.Body, out _),
        WhyWithoutBody(entry.Gap),
        entry.Message is null ? null : [entry.Message.Id.ToString()],
        entry.Message?.Session.Id,
        entry.Message?.Contact.Id,
        entry.Warnings,
        entry.Fault);

    internal static string? WhyWithoutBody(BodyGap gap) => gap switch
    {
        BodyGap.TooLarge => "Its body was larger than the server takes (Limits:MaxBodyBytes).",
        BodyGap.Cut => "The client did not send the whole body.",
        BodyGap.Unread => "The server had no room left and did not read the body.",
        _ => null,
    };

    private static Dictionary<string, string> HeadersOf(RecordedHeaders headers) =>
        headers.Lines.GroupBy(line => line.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(lines => lines.Key, lines => string.Join(", ", lines.Select(line => line.Value)));
}

/// <summary>Calls of the API, oldest first unless asked for otherwise.</summary>
/// <param name="Requests">Those that match and are still remembered.</param>
/// <param name="Evicted">How many older ones were forgotten (Limits:RequestsKept, Limits:RequestBytesKept).</param>
/// <param name="Next">Send it as <c>after</c>, or as <c>before</c> with the newest first, to go on; absent where nothing more matches.</param>
public sealed record RequestList(IReadOnlyList<RequestView> Requests, long Evicted, string? Next);
