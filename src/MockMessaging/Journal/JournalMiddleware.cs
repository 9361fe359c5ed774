using System.Diagnostics;
using MockMessaging.Events;
using MockMessaging.Http;
using MockMessaging.Workspaces;

namespace MockMessaging.Journal;

/// <summary>Adds every request to the API to the journal of its workspace, before the response is sent, so that a client with a response finds the entry.</summary>
internal sealed class JournalMiddleware(RequestDelegate next, IRequestWorkspaceFinder workspaces, TimeProvider host)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (ControlPlane.IsForTests(context.Request))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var call = new Call(context, workspaces, host, Stopwatch.GetTimestamp());
        context.Features.Set<ResponseCopy>(call);
        context.Response.OnStarting(static call => ((Call)call).WriteAsync(), call);
        await next(context).ConfigureAwait(false);

        // A closed connection has no start of a response.
        await call.WriteAsync().ConfigureAwait(false);
        if (ConnectionCut.IsRequested(context))
        {
            context.Abort();
        }
    }

    private sealed class Call(HttpContext context, IRequestWorkspaceFinder workspaces, TimeProvider host, long startedAt) : ResponseCopy
    {
        private bool _isWritten;

        /// <summary>HTTP status; 0 if there is no response.</summary>
        private int Status =>
            ConnectionCut.IsRequested(context) || (context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted) ? 0 : context.Response.StatusCode;

        public Task WriteAsync()
        {
            if (_isWritten)
            {
                return Task.CompletedTask;
            }

            _isWritten = true;
            var request = context.Features.Get<RequestWorkspace>();
            if (request is null || !RequestBodyReader.IsKnown(context))
            {
                return WriteLateAsync(request?.Workspace);
            }

            Write(request.Workspace, request, BodyGap.None);
            return Task.CompletedTask;
        }

        /// <summary>For a response that was made before the key or the body was read.</summary>
        private async Task WriteLateAsync(Workspace? known)
        {
            if ((known ?? (IsOfTheApi() ? await workspaces.FindAsync(context).ConfigureAwait(false) : null)) is { } workspace)
            {
                var gap = RequestBodyReader.IsKnown(context) ? BodyGap.None : await RequestBodyReader.ReadAsync(context, host).ConfigureAwait(false);
                Write(workspace, context.Features.Get<RequestWorkspace>(), gap);
            }
        }

        /// <summary>False for health checks and pages. Other requests without a workspace count if they were refused.</summary>
        private bool IsOfTheApi() =>
            (context.Response.StatusCode >= StatusCodes.Status400BadRequest || HttpMethods.IsOptions(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            && !context.Request.Path.StartsWithSegments("/healthz", StringComparison.OrdinalIgnoreCase)
            && !context.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase)
            && !IsForThePage(context.Request);

        private static bool IsForThePage(HttpRequest request) =>
            (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && (request.Path.Value is null or "" or "/" || request.Path.StartsWithSegments("/page", StringComparison.OrdinalIgnoreCase));

        private void Write(Workspace workspace, RequestWorkspace? acting, BodyGap gap)
        {
            var (request, answer) = (context.Request, context.Response.Headers);
            var mask = new KeyMask(workspace.Key);
            var path = request.Path.Value ?? "";
            var hasBody = Status != 0 && !HttpMethods.IsHead(request.Method);
            var entry = new JournalEntry
            {
                AtMs = workspace.Clock.NowMs,
                Method = request.Method,

                // Only an unknown path can contain a key.
                Path = context.Response.StatusCode == StatusCodes.Status404NotFound ? mask.InText(path) : path,
                Query = mask.OfQuery(request),
                Status = Status,
                DurationMs = Math.Round(Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds, 3),
                TraceId = TraceIds.Of(context, host),
                Body = RequestBody.Of(context).Utf8,
                Gap = gap,
                Response = hasBody ? mask.InBytes(Body) : [],
                IsResponseCut = hasBody && IsCut,
                Headers = HeaderCopy.Of(request.Headers, mask),
                Message = acting?.Sent,
                Warnings = answer[SandboxWarnings.Header].FirstOrDefault(),
                Fault = answer[SandboxFaultHeader.Name].FirstOrDefault(),
            };
            workspace.Journal.Add(entry);
            acting?.NoteNumber((int)entry.Number);
            workspace.Changes.Pulse();
        }
    }
}
