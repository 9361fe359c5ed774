using MockMessaging.Ids;

namespace MockMessaging.Http;

/// <summary>The trace id of a request: the client's <c>x-trace-id</c>, else a generated one.</summary>
internal static class TraceIds
{
    private const string Name = "x-trace-id";
    private static readonly object Key = new();
    private static long _withoutWorkspace;

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

    /// <summary>The trace id of the client, or one that was generated before; else null.</summary>
    public static string? Known(HttpContext context) => context.Items.TryGetValue(Key, out var known) ? (string)known! : Given(context.Request);

    private static string? Given(HttpRequest request)
    {
        var given = request.Headers[Name].FirstOrDefault() ?? request.Query[Name].FirstOrDefault();
        return string.IsNullOrEmpty(given) ? null : given;
    }

    private static string Make(HttpContext context, TimeProvider host) =>
        context.Features.Get<RequestWorkspace>() is { } request
            ? request.Workspace.NextTraceId()
            : IdSource.Trace(host.GetUtcNow().ToUnixTimeMilliseconds(), Interlocked.Increment(ref _withoutWorkspace));
}
