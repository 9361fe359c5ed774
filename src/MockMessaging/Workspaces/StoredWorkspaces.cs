using MockMessaging.State;
using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>Makes workspaces of what a store holds.</summary>
internal sealed class StoredWorkspaces(OpenWorkspaces open, Snapshots snapshots, IEnumerable<IResumable> features)
{
    private readonly IReadOnlyList<IResumable> _features = [.. features];

    /// <summary>Puts back what a store holds, and lets it go on where it was.</summary>
    /// <returns>The workspaces that were read.</returns>
    /// <exception cref="NewerRecordException">A newer version wrote a record, and other servers may know it.</exception>
    public IReadOnlyList<Workspace> PutBack(WorkspaceServices services, CancellationToken stopping)
    {
        var workspaces = new List<Workspace>();
        var reader = new StateReader(services, stopping);
        foreach (var restored in reader.Read())
        {
            if (services.LeavesNewer && NewerRecordException.In(restored.Failure) is { } newer)
            {
                throw newer;
            }

            var workspace = new Workspace(services, restored.Record, restored.State);
            open.PutBack(workspace);
            workspaces.Add(workspace);
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
        return workspaces;
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
