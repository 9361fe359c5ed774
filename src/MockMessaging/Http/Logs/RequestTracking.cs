using System.Diagnostics;
using MockMessaging.Telemetry;

namespace MockMessaging.Http;

/// <summary>One log line per request, at Debug; without the query, which may contain a key.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public Task InvokeAsync(HttpContext context) => log.IsEnabled(LogLevel.Debug) ? LogAsync(context) : next(context);

    private async Task LogAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            var wasAborted = context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted;
            Returned(
                log,
                context.Request.Method,
                context.Request.PathBase + context.Request.Path,
                wasAborted ? 0 : context.Response.StatusCode,
                Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 3),
                context.Features.Get<RequestWorkspace>()?.Workspace.Name,
                TraceIds.Known(context));
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Method} {Path} returned {Status} in {Milliseconds} ms. Workspace: {Workspace}. Traceid: {TraceId}.")]
    private static partial void Returned(ILogger log, string method, string path, int status, double milliseconds, string? workspace, string? traceId);
}

/// <summary>Makes a span for each request except health checks, below the client's span if it sends one; without the query, which may contain a key.</summary>
internal sealed class RequestSpans(RequestDelegate next, Tracing tracing)
{
    public Task InvokeAsync(HttpContext context) =>
        tracing.IsOn && !context.Request.Path.StartsWithSegments("/healthz", StringComparison.OrdinalIgnoreCase) ? TraceAsync(context) : next(context);

    private async Task TraceAsync(HttpContext context)
    {
        var request = context.Request;
        ActivityContext.TryParse(request.Headers.TraceParent, request.Headers.TraceState, isRemote: true, out var parent);
        using var span = tracing.Start(request.Method, ActivityKind.Server, parent);
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            if (span is { IsAllDataRequested: true })
            {
                Describe(span, context);
            }
        }
    }

    private static void Describe(Activity span, HttpContext context)
    {
        var (request, status) = (context.Request, context.Response.StatusCode);
        if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route })
        {
            span.DisplayName = $"{request.Method} {route}";
            span.SetTag("http.route", route);
        }

        span.SetTag("http.request.method", request.Method);
        span.SetTag("url.scheme", request.Scheme);
        span.SetTag("url.path", request.PathBase + request.Path);
        span.SetTag("server.address", request.Host.Host);
        span.SetTag("server.port", request.Host.Port);
        span.SetTag("http.response.status_code", status);
        span.SetTag("mock_messaging.workspace", context.Features.Get<RequestWorkspace>()?.Workspace.Name);
        span.SetTag("mock_messaging.traceid", TraceIds.Known(context));
        if (status >= StatusCodes.Status500InternalServerError)
        {
            span.SetTag("error.type", status.ToString(provider: null));
            span.SetStatus(ActivityStatusCode.Error);
        }
    }
}
