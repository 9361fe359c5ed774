using System.Diagnostics;
using MockMessaging.Telemetry;

namespace MockMessaging.Http;

/// <summary>Makes a span of each request but the probes, below the caller's where it names one. It holds no query, since a key may stand there.</summary>
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
