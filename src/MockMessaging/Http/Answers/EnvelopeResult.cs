using Microsoft.AspNetCore.Mvc;
using MockMessaging.Fidelity;

namespace MockMessaging.Http;

/// <summary>Writes an envelope, its headers first.</summary>
internal sealed class EnvelopeResult(Envelope envelope) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) => WriteAsync(context.HttpContext, envelope);

    public static Task WriteAsync(HttpContext context, Envelope envelope)
    {
        foreach (var (name, value) in envelope.Headers)
        {
            context.Response.Headers[name] = value;
        }

        return JsonAnswer.WriteAsync(context.Response, envelope.Body, envelope.Shape);
    }
}
