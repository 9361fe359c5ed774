using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>Reads back what an earlier run kept, beside the start of the server: requests wait for it, the start does not.</summary>
internal sealed class WorkspaceRestorer(WorkspaceDirectory directory, IEnumerable<IWorkspaceResume> rooms, IHostApplicationLifetime lifetime, ILogger<WorkspaceRestorer> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await directory.RestoreAsync([.. rooms]).ConfigureAwait(false);
        }
        catch (StoreUnusableException failure)
        {
            log.LogCritical("{Reason}", failure.Message);
            Environment.ExitCode = 2;
            lifetime.StopApplication();
        }
    }
}
