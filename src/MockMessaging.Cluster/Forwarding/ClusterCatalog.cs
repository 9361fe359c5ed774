using System.Net;
using System.Text.Json;
using MockMessaging.Cluster.Ownership;
using MockMessaging.Contract;
using MockMessaging.Control;
using MockMessaging.Persistence;
using MockMessaging.Storage;
using MockMessaging.Workspaces;

namespace MockMessaging.Cluster.Forwarding;

/// <summary>The workspaces of all replicas, and those that none has opened.</summary>
internal sealed class ClusterCatalog(ClusterStore cluster, OwnedKeys owned, KeyOwners owners, WorkspaceCatalog own, WorkspaceDirectory directory, InnerClient inner, TimeProvider time) : IWorkspaceCatalog
{
    public async ValueTask<IReadOnlyList<Lazy<WorkspaceSummary>>> ListAsync(Workspace current, bool masked)
    {
        var stored = await cluster.Stores.ListAsync().ConfigureAwait(false);
        var addresses = stored.Select(static workspace => workspace.OwnerAddress).OfType<string>().Where(address => address != owned.Address).Distinct().ToList();
        var elsewhere = (await Task.WhenAll(addresses.Select(SummariesOfAsync)).ConfigureAwait(false)).SelectMany(static summaries => summaries).ToDictionary(static summary => summary.Key);

        // What another replica has just taken, or one that cannot be reached owns, is listed without its counts.
        var now = time.GetUtcNow();
        var known = stored.Where(workspace => workspace.IsKept && workspace.Key != current.Key).Select(workspace => new Lazy<WorkspaceSummary>(() =>
            Masked(directory.Find(workspace.Key) is { } here ? WorkspaceSummary.Of(here, masked, isCurrent: false)
                : elsewhere.GetValueOrDefault(workspace.Key) ?? new WorkspaceSummary(workspace.Key, false, now, null, null, null, null, false), masked)));

        // As on a single server, the one of the request comes in its place, and last if nothing was changed in it yet.
        var place = stored.TakeWhile(workspace => workspace.Key != current.Key).Count(static workspace => workspace.IsKept);
        List<Lazy<WorkspaceSummary>> all = [.. known];
        all.Insert(current.IsKept ? place : all.Count, new Lazy<WorkspaceSummary>(() => WorkspaceSummary.Of(current, masked, isCurrent: true)));
        return all;
    }

    public async ValueTask<Archive?> ArchiveAsync(string key)
    {
        var owner = await owners.FindAsync(key).ConfigureAwait(false);
        return owner == owned.Address ? await own.ArchiveAsync(key).ConfigureAwait(false) : await FetchArchiveAsync(owner, key).ConfigureAwait(false);
    }

    private static WorkspaceSummary Masked(WorkspaceSummary summary, bool masked) =>
        masked && !summary.Masked ? summary with { Key = Workspace.Masked(summary.Key), Masked = true } : summary;

    private async Task<IReadOnlyList<WorkspaceSummary>> SummariesOfAsync(string address)
    {
        try
        {
            using var response = await inner.SendAsync(HttpMethod.Get, address, InnerProtocol.Workspaces, null, CancellationToken.None).ConfigureAwait(false);
            return (await response.Content.ReadFromJsonAsync(ControlJsonOptions.Wire.TypeInfo<WorkspaceList>()).ConfigureAwait(false))!.Workspaces;
        }
        catch (HttpRequestException)
        {
            return [];
        }
    }

    private async Task<Archive?> FetchArchiveAsync(string owner, string key)
    {
        try
        {
            using var response = await inner.SendAsync(HttpMethod.Get, owner, InnerProtocol.Archive, key, CancellationToken.None).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                return null;
            }

            var archive = await JsonSerializer.DeserializeAsync(await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync().ConfigureAwait(false), StoredJson.Default.Archive).ConfigureAwait(false);
            return archive! with { SigningSecret = response.Headers.TryGetValues(InnerProtocol.SigningSecret, out var secrets) ? secrets.First() : null };
        }
        catch (HttpRequestException)
        {
            throw new StoreBusyException("The replica that owns the workspace to copy cannot be reached. Try again.");
        }
    }
}
