using System.Text.Json.Nodes;

namespace MockMessaging.Control;

/// <summary>A request to the API, from the journal.</summary>
/// <param name="Number">Its number in the journal.</param>
/// <param name="At">When it came, by the workspace's clock.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path of the URL.</param>
/// <param name="Query">Query of the URL; keys are masked.</param>
/// <param name="Status">HTTP status of the response; 0 if there was none.</param>
/// <param name="DurationMs">Duration in real milliseconds.</param>
/// <param name="TraceId">Trace id of the response.</param>
/// <param name="Headers">Headers by name; keys, tokens and cookies are masked.</param>
/// <param name="Body">Body of the request: JSON if it is JSON, else text.</param>
/// <param name="NoBody">Why the body is missing although the request had one.</param>
/// <param name="MessageIds">Messages that this request sent.</param>
/// <param name="SessionId">Session of those messages.</param>
/// <param name="ContactId">Contact of those messages.</param>
/// <param name="Warnings">Warnings of the response (X-Sandbox-Warnings).</param>
/// <param name="Fault">Name of the fault that changed the response.</param>
/// <param name="Answer">Body of the response: JSON if it is JSON, else text; absent if there was none.</param>
/// <param name="AnswerCut">True if the response was longer than 4 KB; only the beginning is stored.</param>
public sealed record RequestView(
    long Number, DateTimeOffset At, string Method, string Path, string? Query, int Status, double DurationMs, string TraceId, IReadOnlyDictionary<string, string> Headers,
    JsonNode? Body, string? NoBody, IReadOnlyList<string>? MessageIds, string? SessionId, string? ContactId, string? Warnings, string? Fault,
    JsonNode? Answer, bool AnswerCut) : ControlRecord;

/// <summary>Requests to the API, oldest first unless `order` is newest.</summary>
/// <param name="Requests">The stored requests that match.</param>
/// <param name="Evicted">How many older requests are no longer stored (Limits:RequestsKept, Limits:RequestBytesKept).</param>
/// <param name="Next">Send it as `after` (or as `before` with `order=newest`) to get the next page; absent on the last page.</param>
public sealed record RequestList(IReadOnlyList<RequestView> Requests, long Evicted, string? Next) : ControlRecord;
