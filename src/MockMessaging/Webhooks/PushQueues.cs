using System.Collections.Concurrent;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Webhooks;

/// <summary>The push queues of all workspaces.</summary>
internal sealed class PushQueues(PushSender sender, WebhooksOptions options, TimeProvider host, ILogger<PushQueues> log) : IPushQueues
{
    private readonly ConcurrentDictionary<Workspace, WorkspacePushQueues> _byWorkspace = [];

    public void Enqueue(Workspace workspace, Push push) => Of(workspace).Enqueue(push);

    /// <summary>How many pushes of an app are being sent, and the oldest without a response. Without an app: the contact/info requests.</summary>
    public (int UnderWay, Push? Oldest) Look(Workspace workspace, App? app) => _byWorkspace.TryGetValue(workspace, out var queues) ? queues.Look(app) : default;

    public Task DiscardAsync(Workspace workspace) => _byWorkspace.TryRemove(workspace, out var queues) ? queues.DiscardAsync() : Task.CompletedTask;

    /// <summary>How many pushes of all workspaces wait or are being sent.</summary>
    public int TotalPending => _byWorkspace.Values.Sum(queues => queues.TotalPending);

    public bool IsIdle(Workspace workspace) => !_byWorkspace.TryGetValue(workspace, out var queues) || queues.IsIdle;

    /// <summary>Completes when every push enqueued so far has been attempted.</summary>
    public Task IdleAsync(Workspace workspace) => _byWorkspace.TryGetValue(workspace, out var queues) ? queues.IdleAsync() : Task.CompletedTask;

    /// <summary>Starts no more attempts, and gives those under way until the end of the grace. The store keeps the other pushes for the next run.</summary>
    public Task FinishAsync(TimeSpan grace) => Task.WhenAll(_byWorkspace.Values.Select(queues => queues.FinishAsync(grace)));

    private WorkspacePushQueues Of(Workspace workspace) =>
        _byWorkspace.GetOrAdd(workspace, opened => new WorkspacePushQueues(opened, sender, options, host, log));
}

/// <summary>Sends what an earlier run had still to push.</summary>
internal sealed class PushResume : IResumable
{
    public void Resume(WorkspaceTransaction transaction, IReadOnlyList<Push> unfinished)
    {
        foreach (var push in unfinished)
        {
            transaction.State.Pushes.Add(push);
            transaction.State.BacklogOf(push).Begin();
            transaction.Pushes.Add(push);
        }
    }
}
