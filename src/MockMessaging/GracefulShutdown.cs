using Microsoft.AspNetCore.Hosting.Server;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging;

/// <summary>
/// Stops the server within seconds: current requests and pushes may finish within the grace period, then they are cancelled. Timers and store stop after
/// that, so that every change with a response is on disk.
/// </summary>
internal sealed class GracefulShutdown(IServer server, PushQueues pushes, WorkspaceDirectory directory, IHostApplicationLifetime lifetime) : IHostedLifecycleService
{
    /// <summary>Container engines kill after ten seconds.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        // Ends the event streams, which would use up the grace period.
        lifetime.StopApplication();
        using var grace = new CancellationTokenSource(Grace);
        try
        {
            await Task.WhenAll(server.StopAsync(grace.Token), pushes.FinishAsync(Grace)).ConfigureAwait(false);
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
