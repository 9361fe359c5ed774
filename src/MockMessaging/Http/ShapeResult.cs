using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Contract;

namespace MockMessaging.Http;

/// <summary>Writes a shape as JSON in one go.</summary>
internal sealed class ShapeResult<T>(T value, JsonSerializerOptions options, int status = StatusCodes.Status200OK, string contentType = "application/json") : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var utf8 = JsonSerializer.SerializeToUtf8Bytes(value, options.Shape<T>());
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = utf8.Length;
        return response.Body.WriteAsync(utf8, context.HttpContext.RequestAborted).AsTask();
    }
}
