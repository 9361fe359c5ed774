using Microsoft.AspNetCore.WebUtilities;
using MockMessaging.Errors;
using MockMessaging.Storage;
using MockMessaging.Workspaces;

namespace MockMessaging.Http;

/// <summary>The one place where a failure becomes an answer: the vendor's envelope, or problem details on the control plane.</summary>
internal sealed class ErrorResponder(RequestDelegate next, WorkspaceLimits limits, WorkspaceServices services, TimeProvider host, ILogger<ErrorResponder> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
            if (context.Response is { StatusCode: >= 400, HasStarted: false, ContentLength: null, ContentType: null } && OfStatus(context) is { } failure)
            {
                await WriteAsync(context, failure).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone: nobody is left to answer.
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, OfException(exception, context)).ConfigureAwait(false);
        }
    }

    private static ApiException? OfStatus(HttpContext context) => context.Response.StatusCode switch
    {
        404 => ErrorCatalog.UnknownRoute(context.Request.Method, PathOf(context)),
        405 => ErrorCatalog.WrongMethod(context.Request.Method, PathOf(context), context.Response.Headers.Allow.ToString()),
        415 => ErrorCatalog.WrongContentType(context.Request.ContentType),
        _ => null,
    };

    private ApiException OfException(Exception exception, HttpContext context)
    {
        switch (exception)
        {
            case ApiException failure:
                return failure;
            case BadHttpRequestException { StatusCode: 413 }:
                return ErrorCatalog.BodyTooLarge(limits.MaxBodyBytes);
            case BadHttpRequestException bad:
                return new ApiException(bad.StatusCode, StatusKeys.HttpClientError, new Contract.ApiFieldError { Description = bad.Message });
            case StoreBusyException or StoreUnusableException or TooManyWorkspacesException:
                return ErrorCatalog.Busy(exception.Message);
            default:
                log.LogError(exception, "{Method} {Path} failed, traceid {TraceId}.", context.Request.Method, PathOf(context), TraceIds.Of(context, host));
                return ErrorCatalog.Unexpected();
        }
    }

    private async Task WriteAsync(HttpContext context, ApiException failure)
    {
        context.Response.StatusCode = failure.Status;
        if (ControlPlane.Owns(context.Request))
        {
            var first = failure.Errors.Count > 0 ? failure.Errors[0] : null;
            var problem = new SandboxProblem(ReasonPhrases.GetReasonPhrase(failure.Status), failure.Status, failure.Message, first?.Field);
            await JsonAnswer.WriteAsync(context.Response, problem, SandboxProblemJson.Default.SandboxProblem, "application/problem+json").ConfigureAwait(false);
            return;
        }

        var workspace = context.Features.Get<RequestWorkspace>()?.Workspace;
        var profile = workspace?.Fidelity ?? services.Fidelity;
        await EnvelopeResult.WriteAsync(context, profile.Refusal(EnvelopeFactsOf.Call(context, workspace?.Clock ?? host), failure)).ConfigureAwait(false);
    }

    private static string PathOf(HttpContext context) => context.Request.PathBase + context.Request.Path;
}
