using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Contract;

namespace MockMessaging.Http;

/// <summary>Writes a shape as JSON in one go.</summary>
internal sealed class ShapeResult<T>(T value, JsonSerializerOptions options) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var utf8 = JsonSerializer.SerializeToUtf8Bytes(value, options.Shape<T>());
        response.ContentType = "application/json";
        response.ContentLength = utf8.Length;
        return response.Body.WriteAsync(utf8, context.HttpContext.RequestAborted).AsTask();
    }
}
