using System.Net.Mime;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Authentication;
using MockMessaging.Conversations;
using MockMessaging.Errors;
using MockMessaging.Http;
using MockMessaging.Seeding;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>The media links themselves. To a client they are files of the provider, so errors are those of the messaging API.</summary>
[MediaLink]
[Tags("Media")]
[Route("_sandbox/media")]
[ApiExplorerSettings(GroupName = "sandbox")]
internal sealed class DownloadsController : PlainController
{
    private const string Bearer = "Bearer ";

    /// <summary>A file can be a page with scripts, which must not act in the name of the live page.</summary>
    private const string Policy = "default-src 'none'; img-src 'self' data:; media-src 'self'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    /// <summary>Download a media file</summary>
    /// <remarks>
    /// The file of a link: the links in pushes of customers' messages, and those of uploaded files. Supports HEAD, Range, ETag and If-None-Match. No key is needed, unless the workspace's
    /// media rules ask for it. Faults with the target `media` hit it, and it is in the journal.
    /// </remarks>
    /// <param name="workspace">Stands for the workspace; not its key.</param>
    /// <param name="id">Stands for the file.</param>
    /// <param name="name">Name of the file; it is not checked.</param>
    [HttpGet("{workspace}/{id}/{name}", Name = "DownloadMedia")]
    [ProducesResponseType<FileContentResult>(StatusCodes.Status200OK, "application/octet-stream")]
    [ProducesResponseType(StatusCodes.Status206PartialContent)]
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    [ProducesResponseType(StatusCodes.Status401Unauthorized)]
    [ProducesResponseType(StatusCodes.Status403Forbidden)]
    [ProducesResponseType(StatusCodes.Status404NotFound)]
    [ProducesResponseType(StatusCodes.Status416RangeNotSatisfiable)]
    public IActionResult Download([FromRoute] string workspace, [FromRoute] string id, [FromRoute] string name)
    {
        var opened = HttpContext.Features.GetRequiredFeature<RequestWorkspace>().Workspace;
        var (file, rules) = opened.Read(state => (Find(state, id) ?? throw ErrorCatalog.MediaNotFound(), state.Media.Rules));
        Check(opened, file, rules);
        var headers = HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-cache";
        headers.AcceptRanges = "bytes";
        var range = HttpContext.Request.Headers.Range.ToString();
        var disposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(file.Filename);
        headers.ContentDisposition = disposition.ToString();
        return new FileContentResult(file.Content, MediaFiles.IsUsable(file.MimeType) ? file.MimeType : MediaTypeNames.Application.Octet)
        {
            // A server ignores ranges of units that it does not know.
            EnableRangeProcessing = range.Length == 0 || range.StartsWith("bytes=", StringComparison.OrdinalIgnoreCase),
            EntityTag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(file.Content))[..32]}\""),
            LastModified = Instants.Of(file.At),
        };
    }

    private void Check(Workspace opened, MediaContent file, MediaRules rules)
    {
        if (rules.NeedsKey)
        {
            var authorization = HttpContext.Request.Headers.Authorization.ToString();
            var key = ApiKeyMiddleware.Value(HttpContext.Request, "x-api-key")
                ?? (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : null)
                ?? throw KeyMissing(opened);
            if (key != opened.Key)
            {
                throw opened.Fidelity.KeyInvalid("the file belongs to another key");
            }
        }

        if (opened.Clock.NowMs >= file.At + rules.ExpireAfterMs)
        {
            throw ErrorCatalog.MediaExpired();
        }
    }

    private ApiException KeyMissing(Workspace opened)
    {
        var missing = opened.Fidelity.KeyMissing();
        if (missing.Status != StatusCodes.Status401Unauthorized)
        {
            return missing;
        }

        HttpContext.Response.Headers.WWWAuthenticate = "x-api-key, Bearer";
        return ErrorCatalog.MediaKeyMissing();
    }

    private static MediaContent? Find(WorkspaceState state, string linkId)
    {
        if (MediaPath.Parts(linkId) is not var (id, token))
        {
            return null;
        }

        if (state.FindMessage(id) is { Details.File: { } sent } message)
        {
            var upload = sent.Upload is null ? null : state.Media.Find(sent.Upload);
            var sample = SampleFile.Find(sent.MimeType);
            return sent.Token == token && (sent.Upload is null ? sample?.Content : upload?.Content) is { } content
                ? new MediaContent(sent.Filename, MediaFiles.IsUsable(sent.MimeType) ? sent.MimeType : upload?.MimeType ?? sample!.MimeType, message.AcceptedAt, content)
                : null;
        }

        return state.Media.Find(id) is { } file && file.Token == token ? new MediaContent(file.Filename, file.MimeType, file.At, file.Content) : null;
    }

    private sealed record MediaContent(string Filename, string MimeType, long At, byte[] Content);
}
