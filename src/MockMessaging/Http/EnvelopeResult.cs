using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Fidelity;

namespace MockMessaging.Http;

/// <summary>Writes an envelope in one go.</summary>
internal sealed class EnvelopeResult(Envelope envelope) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) => WriteAsync(context.HttpContext, envelope);

    public static Task WriteAsync(HttpContext context, Envelope envelope)
    {
        foreach (var (name, value) in envelope.Headers)
        {
            context.Response.Headers[name] = value;
        }

        var utf8 = JsonSerializer.SerializeToUtf8Bytes(envelope.Body, envelope.Shape);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = utf8.Length;
        return context.Response.Body.WriteAsync(utf8, context.RequestAborted).AsTask();
    }
}
