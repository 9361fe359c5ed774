using MockMessaging.State;
using MockMessaging.Telemetry;
using MockMessaging.Workspaces;

namespace MockMessaging.Http;

/// <summary>The workspace and client app a request acts for, and its one way to change them.</summary>
internal sealed class RequestWorkspace(HttpContext context, Workspace workspace, string? appId)
{
    private AnswerGate? _gate;

    public Workspace Workspace => workspace;

    /// <summary>The message the request sent; null if it sent none.</summary>
    public Message? Sent { get; set; }

    /// <summary>The trace of what the request causes: below its own span where spans are collected, else the one it brought, if any.</summary>
    public TraceContext? Trace =>
        Tracing.Current is { Id: { } id } span ? new TraceContext(id, span.TraceStateString)
        : context.Request.Headers.TraceParent is [{ } parent] ? TraceContext.Of(parent, context.Request.Headers.TraceState.ToString()) : null;

    /// <summary>Changes the workspace; what that causes waits until this request is answered.</summary>
    public async Task<T> ExecuteAsync<T>(Func<WorkspaceTransaction, T> change)
    {
        var committed = workspace.Execute(change, Gate(), Trace);
        await committed.Durable.ConfigureAwait(false);
        return committed.Value;
    }

    /// <summary>The client app named by x-api-id; without one, or with one that is not known, the workspace's default app.</summary>
    public App ActingApp(WorkspaceState state) => (appId is null ? null : state.FindApp(appId)) ?? state.DefaultApp;

    private AnswerGate Gate()
    {
        if (_gate is null)
        {
            _gate = new AnswerGate();
            context.Response.OnCompleted(static gate =>
            {
                ((AnswerGate)gate).Open();
                return Task.CompletedTask;
            }, _gate);
        }

        return _gate;
    }
}
