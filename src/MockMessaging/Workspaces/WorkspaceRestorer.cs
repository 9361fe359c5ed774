using MockMessaging.State;
using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>Reads back what an earlier run stored, while the server starts: requests wait for it, the start does not.</summary>
internal sealed class WorkspaceRestorer(
    WorkspaceServices services, WorkspaceDirectory directory, Snapshots snapshots, IEnumerable<IResumable> features, StorageOptions storage, IHostApplicationLifetime lifetime) : BackgroundService
{
    private const int ManyMessages = 10_000;

    private readonly IReadOnlyList<IResumable> _features = [.. features];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await services.Store.Opened.ConfigureAwait(false);
            if (PutBack(lifetime.ApplicationStopping) >= ManyMessages)
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

    /// <returns>How many messages there are.</returns>
    private int PutBack(CancellationToken stopping)
    {
        var messages = 0;
        var reader = new StateReader(services, stopping);
        foreach (var restored in reader.Read())
        {
            var workspace = new Workspace(services, restored.Record, restored.State);
            directory.PutBack(workspace);
            messages += restored.State.Messages.Count;
            if (restored.Failure is { } failure)
            {
                workspace.PutAside("It cannot be read back", failure);
            }
            else
            {
                Resume(workspace, restored.UnfinishedPushes);
            }
        }

        snapshots.PutBack(reader.Snapshots);
        return messages;
    }

    private void Resume(Workspace workspace, IReadOnlyList<Push> unfinished)
    {
        try
        {
            workspace.Follow(transaction =>
            {
                foreach (var feature in _features)
                {
                    feature.Resume(transaction, unfinished);
                }

                // In the order in which they came about, whether they were stored or are made anew.
                List<Push> ordered = [.. transaction.Pushes.OrderBy(push => push.CreatedAt)];
                transaction.Pushes.Clear();
                transaction.Pushes.AddRange(ordered);
                return true;
            });
        }
        catch (Exception failure) when (failure is not StoreBusyException)
        {
            workspace.PutAside("It cannot go on where it was", failure);
        }
    }
}
