using Microsoft.AspNetCore.Mvc;
using MockMessaging.Workspaces;

namespace MockMessaging.Health;

/// <summary>Probes for whoever runs the server.</summary>
[ApiController]
[ApiExplorerSettings(GroupName = "sandbox")]
[Tags("Health")]
[Route("healthz")]
internal sealed class HealthController(WorkspaceDirectory directory) : ControllerBase
{
    /// <summary>Live</summary>
    /// <remarks>Answers 200 as long as the process handles requests.</remarks>
    [HttpGet("live", Name = "Live")]
    [ProducesResponseType(StatusCodes.Status200OK)]
    public IActionResult Live() => Ok();

    /// <summary>Ready</summary>
    /// <remarks>Answers 200 once everything kept by an earlier run is back, else 503.</remarks>
    [HttpGet("ready", Name = "Ready")]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [ProducesResponseType(StatusCodes.Status503ServiceUnavailable)]
    public IActionResult Ready() => directory.Restored.IsCompletedSuccessfully ? Ok() : StatusCode(StatusCodes.Status503ServiceUnavailable);
}
