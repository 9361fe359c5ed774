using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Http;
using MockMessaging.Persistence;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

[Tags("Snapshots")]
[Route("_sandbox")]
internal sealed class ArchiveController(Snapshots snapshots, WorkspaceViews views) : SandboxController
{
    /// <summary>Export the workspace</summary>
    /// <remarks>The whole workspace as one versioned JSON document. POST /_sandbox/import reads it, here or on another server.</remarks>
    [HttpGet("export", Name = "ExportWorkspace")]
    [ProducesResponseType<JsonObject>(StatusCodes.Status200OK)]
    public IActionResult Export() => new RawResult(JsonSerializer.SerializeToUtf8Bytes(Workspace.Archive(), StoredJson.Default.Archive));

    /// <summary>Import a workspace</summary>
    /// <remarks>Replaces the whole workspace with an exported document. Nothing is replaced if the document is invalid. The body may be larger than other bodies.</remarks>
    [HttpPost("import", Name = "ImportWorkspace")]
    [LargeBody]
    [ProducesResponseType<WorkspaceView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Import([FromBody] Archive archive)
    {
        await snapshots.RestoreAsync(Workspace, archive).ConfigureAwait(false);
        return Answer(views.Of(Workspace));
    }
}
