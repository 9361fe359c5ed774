using System.Text;
using Microsoft.AspNetCore.Http.Features;
using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.Faults;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Http;

/// <summary>Applies the faults of a workspace to requests to the API.</summary>
internal sealed class ApiFaultMiddleware(RequestDelegate next, TimeProvider host)
{
    public Task InvokeAsync(HttpContext context) =>
        context.Features.Get<RequestWorkspace>()?.Workspace is { HasFaults: true } workspace
        && !ControlPlane.IsForTests(context.Request)
        && HitBy(workspace, context.Request) is { } fault
            ? ApplyAsync(context, fault)
            : next(context);

    private static Fault? HitBy(Workspace workspace, HttpRequest request) =>
        workspace.Execute(transaction => FaultTable.FindHit(transaction, fault => fault.Target.Fits(request.Method, request.Path))).Value;

    private async Task ApplyAsync(HttpContext context, Fault fault)
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
            await TruncateAsync(context, fault).ConfigureAwait(false);
        }

        if (effect.Status is null && !effect.Reset)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        if (effect.Processed)
        {
            await RunAsync(context).ConfigureAwait(false);
        }

        if (effect.Reset)
        {
            ConnectionCut.Request(context);
            return;
        }

        await RefuseAsync(context, fault).ConfigureAwait(false);
    }

    /// <summary>For the journal, which shows the body also if no controller reads it.</summary>
    private static async Task ReadBodyAsync(HttpContext context)
    {
        try
        {
            await RequestBody.ReadAsync(context).ConfigureAwait(false);
        }
        catch (Exception) when (context.Features.Get<UnreadableBody>() is not null)
        {
            // The code that needs the body gets the same error.
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
        var body = Encoding.UTF8.GetBytes(fault.Effect.Body.ToJsonString(ContractJsonOptions.Sparse));
        ResponseCopy.Take(context, body);
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    /// <summary>Lets the request take effect and returns its response body instead of sending it.</summary>
    private async Task<byte[]> RunAsync(HttpContext context)
    {
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var captured = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(captured));
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            context.Features.Set(body);
        }

        context.Response.ContentLength = null;
        return captured.ToArray();
    }

    /// <summary>Sends the length of the whole body and only half of the body.</summary>
    private async Task TruncateAsync(HttpContext context, Fault fault)
    {
        var answer = await RunAsync(context).ConfigureAwait(false);
        ResponseCopy.Take(context, answer.AsSpan(0, answer.Length / 2));
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer.AsMemory(0, answer.Length / 2), context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);

        // Abort would overtake what was written. For a bad request Kestrel sends that first, closes the connection, and logs no error.
        throw new BadHttpRequestException($"The fault '{fault.Name}' breaks off the response.");
    }
}
