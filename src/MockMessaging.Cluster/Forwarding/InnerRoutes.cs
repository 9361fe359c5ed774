using System.Globalization;
using System.Text.Json;
using MockMessaging.Cluster.Ownership;
using MockMessaging.Control;
using MockMessaging.Persistence;
using MockMessaging.Workspaces;

namespace MockMessaging.Cluster.Forwarding;

/// <summary>What replicas ask each other besides the requests that they forward.</summary>
internal sealed class InnerRoutes(Deliveries deliveries, OpenWorkspaces open, WorkspaceCatalog own, OwnedKeys owned)
{
    /// <returns>False if it is a forwarded request.</returns>
    public async Task<bool> TryHandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (!path.StartsWith("/_cluster/", StringComparison.Ordinal))
        {
            return false;
        }

        var key = context.Request.Headers["x-api-key"].ToString();
        switch (path)
        {
            case InnerProtocol.Release:
                context.Response.StatusCode = await ReleaseAsync(key).ConfigureAwait(false);
                break;
            case InnerProtocol.Workspaces:
                await context.Response.WriteAsJsonAsync(Summaries(), InnerJson.Default.OwnedSummaries).ConfigureAwait(false);
                break;
            case InnerProtocol.Archive:
                await WriteArchiveAsync(context, key).ConfigureAwait(false);
                break;
            default:
                await deliveries.DeliveredAsync(long.TryParse(path.Split('/')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ConfigureAwait(false);
                break;
        }

        return true;
    }

    private async Task<int> ReleaseAsync(string key)
    {
        if (open.FindKept(key) is not null)
        {
            return StatusCodes.Status409Conflict;
        }

        await owned.GiveBackAsync(key, "This workspace was empty, and another one is being made under its key. Try again.").ConfigureAwait(false);
        return StatusCodes.Status200OK;
    }

    private OwnedSummaries Summaries()
    {
        var workspaces = owned.Keys.ToLookup(key => open.FindKept(key) is not null);
        return new OwnedSummaries(
            [.. workspaces[true].Select(open.FindKept).OfType<Workspace>().Select(static workspace => WorkspaceSummary.Of(workspace, masked: false, isCurrent: false))],
            [.. workspaces[false]]);
    }

    private async Task WriteArchiveAsync(HttpContext context, string key)
    {
        if (await own.ArchiveAsync(key).ConfigureAwait(false) is not { } archive)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // Not part of the JSON, because that is also what a client exports.
        if (archive.SigningSecret is { } secret)
        {
            context.Response.Headers[InnerProtocol.SigningSecret] = secret;
        }

        await JsonSerializer.SerializeAsync(context.Response.Body, archive, StoredJson.Default.Archive, context.RequestAborted).ConfigureAwait(false);
    }
}
