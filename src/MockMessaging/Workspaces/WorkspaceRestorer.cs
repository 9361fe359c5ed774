using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>Reads back what an earlier run stored, while the server starts: requests wait for it, the start does not.</summary>
internal sealed class WorkspaceRestorer(
    WorkspaceServices services, IStoreStatus store, StoredWorkspaces stored, WorkspaceDirectory directory, StorageOptions storage, IHostApplicationLifetime lifetime) : BackgroundService
{
    private const int ManyMessages = 10_000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await store.Opened.ConfigureAwait(false);
            if (stored.PutBack(services, lifetime.ApplicationStopping).Sum(static workspace => workspace.MessageCount) >= ManyMessages)
            {
                // Reading left as much garbage as messages, and nothing else would make the server give that memory back.
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
            }

            directory.EndRestore(null);
        }
        catch (OperationCanceledException stopped)
        {
            directory.EndRestore(stopped);
        }
        catch (Exception failure)
        {
            directory.EndRestore(failure as StoreUnusableException ?? new StoreUnusableException(
                $"The data file '{storage.Path}' (Storage:Path) cannot be read back: {failure.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Move it and its log away to start anew, and keep both for a report.", failure));

            // Not while the server still starts: it would report a cancelled start instead of the reason.
            lifetime.ApplicationStarted.Register(lifetime.StopApplication);
        }
    }
}
