using System.Diagnostics;

namespace MockMessaging.Http;

/// <summary>One line of the log per request, at Debug. It names the path and not the query, since a key may stand there.</summary>
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
            var cut = context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted;
            Answered(
                log,
                context.Request.Method,
                context.Request.PathBase + context.Request.Path,
                cut ? 0 : context.Response.StatusCode,
                Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 3),
                context.Features.Get<RequestWorkspace>()?.Workspace.Name,
                TraceIds.Known(context));
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Method} {Path} answered {Status} in {Milliseconds} ms. Workspace: {Workspace}. Traceid: {TraceId}.")]
    private static partial void Answered(ILogger log, string method, string path, int status, double milliseconds, string? workspace, string? traceId);
}
