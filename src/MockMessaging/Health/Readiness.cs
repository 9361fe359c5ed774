using MockMessaging.Storage;
using MockMessaging.Workspaces;

namespace MockMessaging.Health;

/// <summary>Knows what keeps the server from taking calls.</summary>
internal sealed class Readiness(WorkspaceDirectory directory, IRecordStore store, IHostApplicationLifetime lifetime)
{
    /// <summary>The first reason not to send calls here; none where there is none.</summary>
    public string? Obstacle()
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return "The server is stopping.";
        }

        if (!directory.Restored.IsCompletedSuccessfully)
        {
            return "The server still reads back what an earlier run kept.";
        }

        try
        {
            store.EnsureCapacity();
            return null;
        }
        catch (StoreBusyException busy)
        {
            return busy.Message;
        }
    }
}
