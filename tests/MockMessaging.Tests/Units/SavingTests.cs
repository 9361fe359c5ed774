using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using MockMessaging.State;
using MockMessaging.Workspaces;
using Xunit;
using Record = MockMessaging.State.Record;

namespace MockMessaging.Tests.Units;

/// <summary>A change may save as many records as a workspace holds, as setting the clock back does.</summary>
public sealed class SavingTests
{
    private const int Records = 400_000;

    /// <summary>A search among those saved so far would take minutes.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Saving_many_records_takes_as_long_for_each_and_saves_each_once()
    {
        await using var server = await MockServer.StartAsync(cancellationToken: TestWorkspace.Cancelled);
        var workspace = await server.Services.GetRequiredService<WorkspaceDirectory>().OpenAsync("alpha");
        Record[] records = [.. Enumerable.Range(0, Records).Select(_ => new Progress())];
        var began = Stopwatch.GetTimestamp();

        var saved = workspace.Execute(transaction =>
        {
            foreach (var record in records.Concat(records))
            {
                transaction.Save(record);
            }

            return transaction.Saved.Count;
        }).Value;

        Assert.Equal(Records, saved);
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, Enough);
        Assert.Equal(1, workspace.Execute(transaction =>
        {
            transaction.Save(records[0]);
            return transaction.Saved.Count;
        }).Value);
    }
}
