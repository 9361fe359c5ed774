using Microsoft.AspNetCore.Mvc;
using MockMessaging.Conversations;
using MockMessaging.Errors;
using MockMessaging.Http;
using MockMessaging.Limits;
using MockMessaging.State;

namespace MockMessaging.Control;

[Tags("Media")]
[Route("_sandbox/media")]
internal sealed class MediaController(WorkspaceLimits limits, MediaLinks links, MemoryGuard memory) : SandboxController
{
    private const string Where = "GET /_sandbox/media";

    /// <summary>List media files</summary>
    /// <remarks>The uploaded files of the workspace. Files of customers that were not uploaded are samples, and are not listed.</remarks>
    [HttpGet(Name = "ListMedia")]
    [ProducesResponseType<MediaList>(StatusCodes.Status200OK)]
    public IActionResult List([FromQuery] int limit = Page.Most, [FromQuery] string? after = null, [FromQuery] string? before = null, [FromQuery] string? order = null)
    {
        var page = Page.Of(limit, after, before, order);
        return Answer(Workspace.Read(state =>
        {
            var (files, next) = page.Of(state.Media.Files, "media file", file => file.Id);
            return new MediaList([.. files.Select(file => View(state, file))], next);
        }));
    }

    /// <summary>Get a media file's data</summary>
    /// <remarks>Name, type, size and link of an uploaded file. The link has the file itself.</remarks>
    /// <param name="id">Id of the file.</param>
    [HttpGet("{id}", Name = "GetMedia")]
    [ProducesResponseType<MediaView>(StatusCodes.Status200OK)]
    public IActionResult Get([FromRoute] string id) =>
        Answer(Workspace.Read(state => View(state, state.Media.Find(id) ?? throw ErrorCatalog.Unknown("media file", id, Where))));

    /// <summary>Upload a media file</summary>
    /// <remarks>
    /// Stores a file that customers then send: the body is the file and Content-Type its type, or multipart/form-data with one part `file`. Give the `id` of the
    /// response as `mediaId` to POST /_sandbox/inbound, or use its `link` anywhere. The file is part of the workspace: snapshots, copies and exports have it, and a reset
    /// removes it. Without a type, or with application/octet-stream, the extension of the name decides.
    /// </remarks>
    /// <param name="filename">Name of the file, at most 255 characters. Default: that of the part, else made from the type.</param>
    [HttpPost(Name = "UploadMedia")]
    [LargeBody]
    [ProducesResponseType<MediaView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Upload([FromQuery] string? filename = null)
    {
        var upload = await MediaUpload.ReadAsync(HttpContext.Request, filename, limits.MaxMediaBytes).ConfigureAwait(false);
        return Answer(await Acting.ExecuteAsync(transaction =>
        {
            var media = transaction.State.Media;
            if (media.Files.Count >= limits.MediaFiles)
            {
                throw ErrorCatalog.Conflict("media", $"The workspace already has {limits.MediaFiles} media files (Limits:MediaFiles); DELETE /_sandbox/media removes them.");
            }

            if (media.Bytes + upload.Content.Length > limits.MediaBytes)
            {
                throw ErrorCatalog.Conflict("media", $"With this file the media files of the workspace would take more than {limits.MediaBytes} bytes (Limits:MediaBytes); DELETE /_sandbox/media/{{id}} removes one.");
            }

            var id = transaction.NextId();
            var file = new MediaFile
            {
                Id = id.ToString(),
                Filename = upload.Filename,
                MimeType = upload.MimeType,
                Token = MediaPath.TokenOf(transaction.State.Seed, id),
                At = transaction.Now,
                Content = upload.Content,
            };
            media.Files.Add(file);
            transaction.Save(file);
            transaction.AddEvent(WorkspaceEventKind.Media);
            return View(transaction.State, file);
        }).ConfigureAwait(false));
    }

    /// <summary>Remove all media files</summary>
    /// <remarks>Links to them get 404 from now on.</remarks>
    [HttpDelete(Name = "ClearMedia")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Clear()
    {
        var cleared = await RemoveAsync(WorkspaceEventKind.Media, state => state.Media.Files, _ => true).ConfigureAwait(false);
        memory.RecheckAfterRemoval();
        return cleared;
    }

    /// <summary>Remove a media file</summary>
    /// <remarks>Links to it get 404 from now on, also those in messages of customers.</remarks>
    /// <param name="id">Id of the file.</param>
    [HttpDelete("{id}", Name = "RemoveMedia")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Remove([FromRoute] string id) =>
        RemoveAsync(WorkspaceEventKind.Media, state => state.Media.Files, file => file.Id == id, ErrorCatalog.Unknown("media file", id, Where));

    private MediaView View(WorkspaceState state, MediaFile file) => new(
        file.Id, file.Filename, file.MimeType, file.Content.Length, file.Sha256, links.Of(Workspace.CallersAddress, state, file.Id, file.Token, file.Filename), Instants.Of(file.At));
}
