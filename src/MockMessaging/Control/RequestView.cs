using System.Text.Json.Nodes;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>A call of the API.</summary>
/// <param name="Number">Its place in the journal.</param>
/// <param name="At">When, by the workspace's clock.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Its path.</param>
/// <param name="Query">Its query, keys masked.</param>
/// <param name="Status">HTTP status of the answer; 0 where there was none.</param>
/// <param name="DurationMs">How long it took, in real milliseconds.</param>
/// <param name="TraceId">Trace id of the answer.</param>
/// <param name="Body">The body, as JSON where it is some, else as text.</param>
/// <param name="Warnings">What the answer warned of.</param>
/// <param name="Fault">The fault that spoilt the answer.</param>
public sealed record RequestView(
    long Number, DateTimeOffset At, string Method, string Path, string? Query, int Status, double DurationMs, string TraceId, JsonNode? Body, string? Warnings, string? Fault)
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
        Bodies.Read(entry.Body),
        entry.Warnings,
        entry.Fault);
}
