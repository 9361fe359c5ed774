using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MockMessaging.Storage;
using MockMessaging.Time;
using MockMessaging.Workspaces;
using Xunit;

namespace MockMessaging.Tests.Units;

/// <summary>A timer that fails keeps no other one from firing.</summary>
public sealed class TimerPumpTests
{
    [Fact]
    public async Task Disk_that_fails_while_a_timer_fires_is_told_by_the_store_alone() =>
        Assert.DoesNotContain(await FireAsync(new StoreBusyException("The disk is full.")), line => line.Level >= LogLevel.Warning);

    [Fact]
    public async Task Any_other_failure_is_told()
    {
        var told = Assert.Single(await FireAsync(new InvalidOperationException("broken")), line => line.Level >= LogLevel.Warning);

        Assert.Contains("A timer of workspace", told.Text, StringComparison.Ordinal);
        Assert.Contains("broken", told.Values, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<LogCapture.Line>> FireAsync(Exception failure)
    {
        await using var server = await MockMessagingServer.StartAsync(cancellationToken: TestWorkspace.Cancelled);
        using var log = LogCapture.Of(server);
        var workspace = await server.Services.GetRequiredService<WorkspaceDirectory>().OpenAsync("alpha");
        var fired = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        workspace.Execute(transaction =>
        {
            transaction.Timers.Add(new Timer(transaction.Now, 1, () => throw failure));
            transaction.Timers.Add(new Timer(transaction.Now, 2, fired.SetResult));
            return true;
        });

        await fired.Task.WaitAsync(TestWorkspace.Cancelled);
        return log.Lines;
    }

    private sealed class Timer(long dueMs, int step, Action fire) : SandboxTimer(new DueOrder(dueMs, 0, step))
    {
        public override void Fire(WorkspaceTransaction transaction) => fire();
    }
}
