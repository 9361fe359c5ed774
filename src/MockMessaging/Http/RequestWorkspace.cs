using MockMessaging.State;
using MockMessaging.Telemetry;
using MockMessaging.Workspaces;

namespace MockMessaging.Http;

/// <summary>The workspace and client app of a request, and the only way to change them.</summary>
internal sealed class RequestWorkspace(HttpContext context, Workspace workspace, string? appId)
{
    private ResponseGate? _gate;

    public Workspace Workspace => workspace;

    /// <summary>The message the request sent; null if it sent none.</summary>
    public Message? Sent { get; set; }

    /// <summary>The trace for what the request causes: its own span if spans are collected, else the client's, if it sent one.</summary>
    public TraceContext? Trace =>
        Tracing.Current is { Id: { } id } span ? new TraceContext(id, span.TraceStateString)
        : context.Request.Headers.TraceParent is [{ } parent] ? TraceContext.Of(parent, context.Request.Headers.TraceState.ToString()) : null;

    /// <summary>Completes when the response has been sent.</summary>
    public Task Answered => Gate().Opened;

    /// <summary>Changes the workspace; pushes that this causes wait until the response has been sent.</summary>
    public async Task<T> ExecuteAsync<T>(Func<WorkspaceTransaction, T> change)
    {
        var committed = workspace.Execute(change, Gate(), Trace);
        await committed.Durable.ConfigureAwait(false);
        return committed.Value;
    }

    /// <summary>The client app of x-api-id; the default app if it is missing or unknown.</summary>
    public App ActingApp(WorkspaceState state) => (appId is null ? null : state.FindApp(appId)) ?? state.DefaultApp;

    /// <summary>Notes the place of the request in the journal with what it sent and caused.</summary>
    public void NoteNumber(int number)
    {
        if (Sent is not null)
        {
            Sent.RequestNumber = number;
        }

        if (_gate is not null)
        {
            _gate.RequestNumber = number;
        }
    }

    private ResponseGate Gate()
    {
        if (_gate is null)
        {
            _gate = new ResponseGate();
            context.Response.OnCompleted(static gate =>
            {
                ((ResponseGate)gate).Open();
                return Task.CompletedTask;
            }, _gate);
        }

        return _gate;
    }
}

/// <summary>Finds the workspace of a request that got its response before its key was checked, or that is refused.</summary>
internal interface IRequestWorkspaceFinder
{
    /// <returns>Null if the request has no key that this server accepts.</returns>
    ValueTask<Workspace?> FindAsync(HttpContext context);
}

internal static class ControlPlane
{
    /// <summary>True for the control plane's routes, and for MCP, which leads to them. Downloads of media are for the application under test: they need no token, are in the journal, and faults hit them.</summary>
    public static bool Owns(HttpRequest request) =>
        (request.Path.StartsWithSegments("/_sandbox", StringComparison.OrdinalIgnoreCase) && !MediaPath.IsDownload(request.Path.Value))
        || request.Path.StartsWithSegments("/mcp", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for what is no request of an application: also the pictures that the live page shows, which must not use up a fault.</summary>
    public static bool IsForTests(HttpRequest request) =>
        Owns(request) || (MediaPath.IsDownload(request.Path.Value) && request.Headers["Sec-Fetch-Site"] is ["same-origin"]);
}
