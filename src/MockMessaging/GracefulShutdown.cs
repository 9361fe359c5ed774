using Microsoft.AspNetCore.Hosting.Server;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging;

/// <summary>
/// Ends the server in seconds, whatever callers and receivers do: calls and pushes under way may finish while the grace lasts, and are
/// then cut off. Only then do the timers and the store end, so that everything that was answered is on disk.
/// </summary>
internal sealed class GracefulShutdown(IServer server, PushQueues pushes, WorkspaceDirectory directory, IHostApplicationLifetime lifetime) : IHostedLifecycleService
{
    /// <summary>Well below the ten seconds after which container engines kill.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        // Ends the live feeds, which would use up the grace.
        lifetime.StopApplication();
        using var patience = new CancellationTokenSource(Grace);
        try
        {
            await Task.WhenAll(server.StopAsync(patience.Token), pushes.FinishAsync(Grace)).ConfigureAwait(false);
        }
        finally
        {
            directory.StorePushes();
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
