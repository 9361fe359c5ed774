using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Contract;

namespace MockMessaging.Http;

/// <summary>Writes a shape as JSON.</summary>
internal sealed class ShapeResult<T>(T value, JsonSerializerOptions options, int status = StatusCodes.Status200OK, string contentType = "application/json") : IActionResult
    where T : notnull
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        context.HttpContext.Response.StatusCode = status;
        return JsonAnswer.WriteAsync(context.HttpContext.Response, value, options.TypeInfo<T>(), contentType);
    }
}
