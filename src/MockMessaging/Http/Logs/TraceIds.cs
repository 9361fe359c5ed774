using MockMessaging.Ids;

namespace MockMessaging.Http;

/// <summary>The trace id of a call: the caller's <c>x-trace-id</c>, else one made for it, the same throughout the call.</summary>
internal static class TraceIds
{
    private const string Name = "x-trace-id";
    private static readonly object Key = new();
    private static long _callsOfNobody;

    public static string Of(HttpContext context, TimeProvider host)
    {
        if (context.Items.TryGetValue(Key, out var known))
        {
            return (string)known!;
        }

        var id = Given(context.Request) ?? Make(context, host);
        context.Items[Key] = id;
        return id;
    }

    /// <summary>The one the call brought or was given already; none where nobody asked for one.</summary>
    public static string? Known(HttpContext context) => context.Items.TryGetValue(Key, out var known) ? (string)known! : Given(context.Request);

    private static string? Given(HttpRequest request)
    {
        var given = request.Headers[Name].FirstOrDefault() ?? request.Query[Name].FirstOrDefault();
        return string.IsNullOrEmpty(given) ? null : given;
    }

    private static string Make(HttpContext context, TimeProvider host) =>
        context.Features.Get<RequestWorkspace>() is { } request
            ? request.Workspace.NextTraceId()
            : IdSource.Trace(host.GetUtcNow().ToUnixTimeMilliseconds(), Interlocked.Increment(ref _callsOfNobody));
}
