namespace MockMessaging.Workspaces;

/// <summary>Reads back what an earlier run kept, beside the start of the server: requests wait for it, the start does not.</summary>
internal sealed class WorkspaceRestorer(WorkspaceDirectory directory, IEnumerable<IWorkspaceResume> rooms) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => directory.RestoreAsync([.. rooms]);
}
