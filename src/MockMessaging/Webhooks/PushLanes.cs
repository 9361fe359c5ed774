using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Webhooks;

/// <summary>The way out for pushes: one set of lanes per client app, so that a dead receiver delays nobody else.</summary>
internal sealed class PushLanes(PushSender sender, IOptions<WebhooksOptions> options, TimeProvider host, ILogger<PushLanes> log)
{
    private readonly ConcurrentDictionary<Workspace, WorkspaceLanes> _byWorkspace = [];

    public void Enqueue(Workspace workspace, Push push) => Of(workspace).Enqueue(push);

    /// <summary>How many pushes of an app are under way, and the oldest that is not answered; no app: the questions who contacts are.</summary>
    public (int UnderWay, Push? Oldest) Look(Workspace workspace, App? app) => _byWorkspace.TryGetValue(workspace, out var lanes) ? lanes.Look(app) : default;

    /// <summary>Drops what waits and cuts off what is under way; ends when nothing is.</summary>
    public async Task VoidAsync(Workspace workspace)
    {
        if (_byWorkspace.TryRemove(workspace, out var lanes))
        {
            using (lanes)
            {
                await lanes.VoidAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>How many pushes of all workspaces wait or are under way.</summary>
    public int TotalPending => _byWorkspace.Values.Sum(lanes => lanes.TotalPending);

    /// <summary>Whether no push waits or is under way.</summary>
    public bool IsIdle(Workspace workspace) => !_byWorkspace.TryGetValue(workspace, out var lanes) || lanes.IsIdle;

    /// <summary>Ends when every push enqueued so far has been attempted.</summary>
    public Task IdleAsync(Workspace workspace) => _byWorkspace.TryGetValue(workspace, out var lanes) ? lanes.IdleAsync() : Task.CompletedTask;

    /// <summary>Starts no push any more and lets those under way end, for as long as the grace lasts; the store keeps the others for the next run.</summary>
    public Task FinishAsync(TimeSpan grace) => Task.WhenAll(_byWorkspace.Values.Select(lanes => lanes.FinishAsync(grace)));

    private WorkspaceLanes Of(Workspace workspace) =>
        _byWorkspace.GetOrAdd(workspace, opened => new WorkspaceLanes(opened, sender, options.Value, host, log));
}
