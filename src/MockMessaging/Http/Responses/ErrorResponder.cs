using MockMessaging.Errors;
using MockMessaging.Limits;
using MockMessaging.State;
using MockMessaging.Storage;
using MockMessaging.Telemetry;

namespace MockMessaging.Http;

/// <summary>The only place that turns a failure into a response: the vendor's envelope, or problem details on the control plane.</summary>
internal sealed partial class ErrorResponder(RequestDelegate next, WorkspaceLimits limits, WorkspaceDefaults defaults, TimeProvider host, Instruments instruments, ILogger<ErrorResponder> log)
{
    private readonly LogThrottle _limits = new(host);

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
            // The client has disconnected.
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
                Failed(log, exception, context.Request.Method, PathOf(context), TraceIds.Of(context, host));
                return ErrorCatalog.Unexpected();
        }
    }

    private async Task WriteAsync(HttpContext context, ApiException failure)
    {
        if (failure.IsLimit && _limits.Allows(out var suppressed))
        {
            Refused(log, context.Request.Method, PathOf(context), failure.Message, suppressed);
        }

        if (instruments.Refusals.Enabled)
        {
            instruments.Refusals.Add(1, new("status_key", failure.StatusKey), new("http.response.status_code", failure.Status));
        }

        context.Response.StatusCode = failure.Status;
        if (failure.Status == StatusCodes.Status401Unauthorized && context.Response.Headers.WWWAuthenticate.Count == 0)
        {
            context.Response.Headers.WWWAuthenticate = failure.Errors is [{ Field: { Length: > 0 } header }, ..] ? header : "x-api-key";
        }

        if (ControlPlane.Owns(context.Request))
        {
            await JsonResponse.WriteAsync(context.Response, SandboxProblem.Of(failure), SandboxProblemJson.Default.SandboxProblem, "application/problem+json").ConfigureAwait(false);
            return;
        }

        var workspace = context.Features.Get<RequestWorkspace>()?.Workspace;
        var profile = workspace?.Fidelity ?? defaults.Fidelity;
        await EnvelopeResult.WriteAsync(context, profile.Refusal(EnvelopeResult.FactsOf(context, workspace?.Clock ?? host), failure)).ConfigureAwait(false);
    }

    private static string PathOf(HttpContext context) => context.Request.PathBase + context.Request.Path;

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed. Traceid: {TraceId}.")]
    private static partial void Failed(ILogger log, Exception exception, string method, string path, string traceId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path} was refused with 503: {Reason} {More} more such refusals since the last line.")]
    private static partial void Refused(ILogger log, string method, string path, string reason, int more);
}
