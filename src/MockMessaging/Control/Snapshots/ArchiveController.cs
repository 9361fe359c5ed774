using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Http;
using MockMessaging.Persistence;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>The workspace as a document.</summary>
[Tags("Snapshots")]
[Route("_sandbox")]
internal sealed class ArchiveController(Snapshots snapshots) : SandboxController
{
    /// <summary>Export the workspace</summary>
    /// <remarks>All that it holds as one versioned JSON document, for POST /_sandbox/import here or on another server.</remarks>
    [HttpGet("export", Name = "ExportWorkspace")]
    [ProducesResponseType<JsonObject>(StatusCodes.Status200OK)]
    public IActionResult Export() => new RawResult(JsonSerializer.SerializeToUtf8Bytes(Workspace.Archive(), StoredJson.Default.Archive));

    /// <summary>Import a workspace</summary>
    /// <remarks>Replaces all that the workspace holds by an exported document. The document is checked whole before anything is replaced. It may be larger than other bodies.</remarks>
    /// <param name="archive">The exported document.</param>
    [HttpPost("import", Name = "ImportWorkspace")]
    [LargeBody]
    [ProducesResponseType<WorkspaceView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Import([FromBody] Archive archive)
    {
        await snapshots.RestoreAsync(Workspace, archive).ConfigureAwait(false);
        return Answer(WorkspaceView.Of(Workspace));
    }
}
