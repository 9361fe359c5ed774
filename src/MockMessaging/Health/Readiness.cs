using MockMessaging.Storage;
using MockMessaging.Workspaces;

namespace MockMessaging.Health;

internal static class HealthSetup
{
    public static IServiceCollection AddHealth(this IServiceCollection services) => services.AddSingleton<Readiness>();
}

/// <summary>Finds out why the server cannot handle requests.</summary>
internal sealed class Readiness(WorkspaceDirectory directory, IStoreStatus store, IHostApplicationLifetime lifetime)
{
    /// <summary>The first reason; null if the server is ready.</summary>
    public string? Obstacle()
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return "The server is stopping.";
        }

        if (!directory.Restored.IsCompletedSuccessfully)
        {
            return "The server is still reading its data file.";
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
