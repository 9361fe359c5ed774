using Microsoft.AspNetCore.Mvc;

namespace MockMessaging.Http;

/// <summary>Writes JSON that exists already, byte for byte.</summary>
internal sealed class RawResult(byte[] utf8) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "application/json";
        response.ContentLength = utf8.Length;
        return response.Body.WriteAsync(utf8, context.HttpContext.RequestAborted).AsTask();
    }
}
