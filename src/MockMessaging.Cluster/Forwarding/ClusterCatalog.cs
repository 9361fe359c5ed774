using System.Net;
using System.Text.Json;
using MockMessaging.Cluster.Ownership;
using MockMessaging.Cluster.Postgres;
using MockMessaging.Control;
using MockMessaging.Persistence;
using MockMessaging.Storage;
using MockMessaging.Workspaces;

namespace MockMessaging.Cluster.Forwarding;

/// <summary>The workspaces of all replicas, and those that none has opened.</summary>
internal sealed class ClusterCatalog(ClusterStore cluster, OwnedKeys owned, KeyOwners owners, WorkspaceCatalog own, OpenWorkspaces open, InnerClient inner, TimeProvider time) : IWorkspaceCatalog
{
    public async ValueTask<IReadOnlyList<Lazy<WorkspaceSummary>>> ListAsync(Workspace current, bool masked)
    {
        var stored = await cluster.Stores.ListAsync().ConfigureAwait(false);
        var addresses = stored.Select(static workspace => workspace.OwnerAddress).OfType<string>().Where(address => address != owned.Address).Distinct().ToList();
        var elsewhere = addresses.Zip(await Task.WhenAll(addresses.Select(SummariesOfAsync)).ConfigureAwait(false)).ToDictionary(static replica => replica.First, static replica => replica.Second);
        List<Lazy<WorkspaceSummary>> all = [];
        var place = 0;
        foreach (var workspace in stored)
        {
            if (workspace.Key == current.Key)
            {
                place = all.Count;
            }
            else if (SummaryOf(workspace, elsewhere, masked) is { } summary)
            {
                all.Add(summary);
            }
        }

        // As on a single server, the one of the request comes in its place, and last if nothing was changed in it yet.
        all.Insert(current.IsKept ? place : all.Count, new Lazy<WorkspaceSummary>(() => WorkspaceSummary.Of(current, masked, isCurrent: true)));
        return all;
    }

    public async ValueTask<Archive?> ArchiveAsync(string key)
    {
        var owner = await owners.FindAsync(key).ConfigureAwait(false);
        return owner == owned.Address ? await own.ArchiveAsync(key).ConfigureAwait(false) : await FetchArchiveAsync(owner, key).ConfigureAwait(false);
    }

    /// <summary>Null if nothing was changed in it. One that no replica that can be reached has open is listed without its counts.</summary>
    private Lazy<WorkspaceSummary>? SummaryOf(StoredWorkspace stored, Dictionary<string, Dictionary<string, WorkspaceSummary?>?> elsewhere, bool masked)
    {
        if (stored.OwnerAddress == owned.Address && owned.Has(stored.Key))
        {
            return open.FindKept(stored.Key) is { } here ? new Lazy<WorkspaceSummary>(() => WorkspaceSummary.Of(here, masked, isCurrent: false)) : null;
        }

        if (stored.OwnerAddress is { } owner && elsewhere.GetValueOrDefault(owner) is { } summaries && summaries.TryGetValue(stored.Key, out var there))
        {
            return there is null ? null : new Lazy<WorkspaceSummary>(() => Masked(there, masked));
        }

        return stored.IsKept ? new Lazy<WorkspaceSummary>(() => Masked(new WorkspaceSummary(stored.Key, false, time.GetUtcNow(), null, null, null, null, false), masked)) : null;
    }

    private static WorkspaceSummary Masked(WorkspaceSummary summary, bool masked) =>
        masked && !summary.Masked ? summary with { Key = Workspace.Masked(summary.Key), Masked = true } : summary;

    /// <summary>By key; null if the replica cannot be reached.</summary>
    private async Task<Dictionary<string, WorkspaceSummary?>?> SummariesOfAsync(string address)
    {
        try
        {
            using var response = await inner.SendAsync(HttpMethod.Get, address, InnerProtocol.Workspaces, null, CancellationToken.None).ConfigureAwait(false);
            return (await response.Content.ReadFromJsonAsync(InnerJson.Default.OwnedSummaries).ConfigureAwait(false))!.ByKey();
        }
        catch (HttpRequestException)
        {
            return null;
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
