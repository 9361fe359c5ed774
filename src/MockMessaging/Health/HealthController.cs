using Microsoft.AspNetCore.Mvc;
using MockMessaging.Http;

namespace MockMessaging.Health;

[ApiController]
[ApiExplorerSettings(GroupName = "sandbox")]
[Tags("Health")]
[Route("healthz")]
internal sealed class HealthController(Readiness readiness) : PlainController
{
    /// <summary>Live</summary>
    /// <remarks>Returns 200 as long as the process handles requests.</remarks>
    [HttpGet("live", Name = "Live")]
    [ProducesResponseType(StatusCodes.Status200OK)]
    public IActionResult Live() => new OkResult();

    /// <summary>Ready</summary>
    /// <remarks>Returns 200 if the data file has been read, changes can be stored, and the server is not stopping; else 503 with the reason.</remarks>
    [HttpGet("ready", Name = "Ready")]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [ProducesResponseType<string>(StatusCodes.Status503ServiceUnavailable, "text/plain")]
    public IActionResult Ready() => readiness.Obstacle() is { } obstacle
        ? new ContentResult { StatusCode = StatusCodes.Status503ServiceUnavailable, ContentType = "text/plain", Content = obstacle }
        : new OkResult();
}
