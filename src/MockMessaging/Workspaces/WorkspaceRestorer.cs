using MockMessaging.State;

namespace MockMessaging.Workspaces;

/// <summary>Reads back what an earlier run kept, beside the start of the server: requests wait for it, the start does not.</summary>
internal sealed class WorkspaceRestorer(WorkspaceDirectory directory, IEnumerable<IResumable> features, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await directory.RestoreAsync([.. features]).ConfigureAwait(false);
        if (directory.Restored.IsFaulted)
        {
            // Not while the server still starts, which would then tell of a cancelled start instead of the reason.
            lifetime.ApplicationStarted.Register(lifetime.StopApplication);
        }
    }
}
