using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.Storage;
using MockMessaging.Workspaces;

namespace MockMessaging.Health;

/// <summary>Probes for whoever runs the server.</summary>
[ApiController]
[ApiExplorerSettings(GroupName = "sandbox")]
[Tags("Health")]
[Route("healthz")]
internal sealed class HealthController(WorkspaceDirectory directory, IDocumentStore store) : ControllerBase
{
    /// <summary>Live</summary>
    /// <remarks>Answers 200 as long as the process handles requests.</remarks>
    [HttpGet("live", Name = "Live")]
    [ProducesResponseType(StatusCodes.Status200OK)]
    public IActionResult Live() => Ok();

    /// <summary>Ready</summary>
    /// <remarks>Answers 200 once everything kept by an earlier run is back and as long as changes can be kept, else 503 with the reason.</remarks>
    [HttpGet("ready", Name = "Ready")]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [ProducesResponseType(StatusCodes.Status503ServiceUnavailable)]
    public IActionResult Ready()
    {
        if (store.Refusal is { } refusal)
        {
            throw ErrorCatalog.Busy(refusal);
        }

        return directory.Restored.IsCompletedSuccessfully ? Ok() : throw ErrorCatalog.Busy("What an earlier run kept is still being read back (Storage:Path).");
    }
}
