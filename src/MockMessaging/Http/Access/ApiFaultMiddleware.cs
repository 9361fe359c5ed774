using Microsoft.AspNetCore.Http.Features;
using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.Faults;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Http;

/// <summary>Lets the faults of a workspace strike the calls of its API.</summary>
internal sealed class ApiFaultMiddleware(RequestDelegate next, TimeProvider host)
{
    public Task InvokeAsync(HttpContext context) =>
        context.Features.Get<RequestWorkspace>()?.Workspace is { HasFaults: true } workspace
        && !ControlPlane.Owns(context.Request)
        && Strike(workspace, context.Request) is { } fault
            ? SpoilAsync(context, fault)
            : next(context);

    private static Fault? Strike(Workspace workspace, HttpRequest request) =>
        workspace.Execute(transaction => FaultTable.Strike(transaction, fault => fault.Target.Fits(request.Method, request.Path))).Value;

    private async Task SpoilAsync(HttpContext context, Fault fault)
    {
        var effect = fault.Effect;
        SandboxFaultHeader.Set(context, fault.Name);
        await ReadBodyAsync(context).ConfigureAwait(false);
        if (effect.DelayMs is { } delay)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(delay), host, context.RequestAborted).ConfigureAwait(false);
        }

        if (effect.Truncate)
        {
            await TruncateAsync(context).ConfigureAwait(false);
            return;
        }

        if (effect.Status is null && !effect.Reset)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        if (effect.Processed)
        {
            await RunUnseenAsync(context).ConfigureAwait(false);
        }

        if (effect.Reset)
        {
            ConnectionCut.Request(context);
            return;
        }

        await RefuseAsync(context, fault).ConfigureAwait(false);
    }

    /// <summary>A call that is spoilt still came with a body, and the journal shows it.</summary>
    private static async Task ReadBodyAsync(HttpContext context)
    {
        try
        {
            await RequestBody.ReadAsync(context).ConfigureAwait(false);
        }
        catch (Exception) when (context.Features.Get<UnreadableBody>() is not null)
        {
            // Whoever needs the body is told what is wrong with it.
        }
    }

    private static Task RefuseAsync(HttpContext context, Fault fault)
    {
        if (fault.Effect.RetryAfterSeconds is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(provider: null);
        }

        var status = fault.Effect.Status!.Value;
        if (fault.Effect.Body is null)
        {
            throw ErrorCatalog.OnPurpose(status, fault.Name);
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(fault.Effect.Body.ToJsonString(ContractJsonOptions.Sparse), context.RequestAborted);
    }

    /// <summary>Lets the call take effect and keeps its answer back.</summary>
    private async Task<byte[]> RunUnseenAsync(HttpContext context)
    {
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var kept = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(kept));
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            context.Features.Set(body);
        }

        context.Response.ContentLength = null;
        return kept.ToArray();
    }

    /// <summary>Announces the whole answer and sends half of it.</summary>
    private async Task TruncateAsync(HttpContext context)
    {
        var answer = await RunUnseenAsync(context).ConfigureAwait(false);
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer.AsMemory(0, answer.Length / 2), context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        context.Abort();
    }
}
