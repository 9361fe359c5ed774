using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Contract;
using MockMessaging.Fidelity;

namespace MockMessaging.Http;

/// <summary>Writes an envelope with its headers.</summary>
internal sealed class EnvelopeResult(Envelope envelope) : IActionResult
{
    public static EnvelopeFacts FactsOf(HttpContext context, TimeProvider clock) =>
        new(context.Request.PathBase + context.Request.Path, TraceIds.Of(context, clock), clock.GetUtcNow());

    public Task ExecuteResultAsync(ActionContext context) => WriteAsync(context.HttpContext, envelope);

    public static Task WriteAsync(HttpContext context, Envelope envelope)
    {
        foreach (var (name, value) in envelope.Headers)
        {
            context.Response.Headers[name] = value;
        }

        return JsonResponse.WriteAsync(context.Response, envelope.Body, envelope.Shape);
    }
}

/// <summary>Writes a shape as JSON.</summary>
internal sealed class ShapeResult<T>(T value, JsonSerializerOptions options, int status = StatusCodes.Status200OK, string contentType = "application/json") : IActionResult
    where T : notnull
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        context.HttpContext.Response.StatusCode = status;
        return JsonResponse.WriteAsync(context.HttpContext.Response, value, options.TypeInfo<T>(), contentType);
    }
}

/// <summary>Writes bytes that are already JSON.</summary>
internal sealed class RawResult(byte[] utf8) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        ResponseCopy.Take(context.HttpContext, utf8);
        response.ContentType = "application/json";
        response.ContentLength = utf8.Length;
        return response.Body.WriteAsync(utf8, context.HttpContext.RequestAborted).AsTask();
    }
}
