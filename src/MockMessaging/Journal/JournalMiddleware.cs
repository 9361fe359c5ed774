using System.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using MockMessaging.Http;
using MockMessaging.Workspaces;

namespace MockMessaging.Journal;

/// <summary>Writes down every call of the API in its workspace, before the answer leaves, so that whoever has the answer finds the entry.</summary>
internal sealed class JournalMiddleware(RequestDelegate next, TimeProvider host)
{
    private const string Masked = "***";

    private static readonly string[] Secrets = ["x-api-key", "x-verify-token"];

    public async Task InvokeAsync(HttpContext context)
    {
        if (ControlPlane.Owns(context.Request))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var call = new Call(context, host, Stopwatch.GetTimestamp());
        context.Response.OnStarting(static call => ((Call)call).WriteAsync(), call);
        await next(context).ConfigureAwait(false);

        // Nothing started where the connection was cut.
        await call.WriteAsync().ConfigureAwait(false);
    }

    private static string QueryOf(HttpRequest request)
    {
        if (!request.QueryString.HasValue)
        {
            return "";
        }

        var values = request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, Secrets.Contains(pair.Key, StringComparer.OrdinalIgnoreCase) ? Masked : value)));
        return QueryHelpers.AddQueryString("", values).TrimStart('?');
    }

    private sealed class Call(HttpContext context, TimeProvider host, long startedAt)
    {
        private bool _isWritten;

        public Task WriteAsync()
        {
            if (!_isWritten && context.Features.Get<RequestWorkspace>()?.Workspace is { } workspace)
            {
                _isWritten = true;
                var headers = context.Response.Headers;
                workspace.Journal.Add(new JournalEntry
                {
                    AtMs = workspace.Clock.NowMs,
                    Method = context.Request.Method,
                    Path = context.Request.Path,
                    Query = QueryOf(context.Request),
                    Status = context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted ? 0 : context.Response.StatusCode,
                    DurationMs = Math.Round(Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds, 3),
                    TraceId = TraceIds.Of(context, host),
                    Body = RequestBody.Of(context).Utf8,
                    Warnings = headers[SandboxWarnings.Header].FirstOrDefault(),
                    Fault = headers[SandboxFaultHeader.Name].FirstOrDefault(),
                });
            }

            return Task.CompletedTask;
        }
    }
}
