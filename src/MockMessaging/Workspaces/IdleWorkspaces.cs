using MockMessaging.Limits;

namespace MockMessaging.Workspaces;

/// <summary>Forgets workspaces that were not used for long, if the settings say so.</summary>
internal sealed class IdleWorkspaces(WorkspaceDirectory directory, WorkspaceLimits limits, TimeProvider host, ILogger<IdleWorkspaces> log) : BackgroundService
{
    private const int LooksPerSpan = 10;

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (limits.IdleSpan is not { } span)
        {
            return;
        }

        await directory.Restored.WaitAsync(stoppingToken).ConfigureAwait(false);
        var pause = span / LooksPerSpan;
        using var looks = new PeriodicTimer(pause < LongestPause ? pause : LongestPause, host);
        while (await looks.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await directory.ForgetIdleAsync(span, host.GetTimestamp()).ConfigureAwait(false);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "Unused workspaces could not be forgotten; the next try is in {Pause}.", looks.Period);
            }
        }
    }
}
