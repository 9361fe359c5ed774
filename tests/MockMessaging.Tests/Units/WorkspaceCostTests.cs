using Microsoft.Extensions.DependencyInjection;
using MockMessaging.Events;
using MockMessaging.State;
using MockMessaging.Workspaces;
using Xunit;

namespace MockMessaging.Tests.Units;

/// <summary>What a workspace costs in memory. Bytes are counted for this thread alone, so what other tests do does not matter.</summary>
public sealed class WorkspaceCostTests
{
    [Fact]
    public async Task Key_used_once_costs_no_more_than_eight_kilobytes()
    {
        const int Keys = 1_000;
        await using var server = await MockServer.StartAsync(cancellationToken: TestWorkspace.Cancelled);
        var directory = server.Services.GetRequiredService<WorkspaceDirectory>();
        Open("warm");

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var number = 0; number < Keys; number++)
        {
            Open($"key-{number}");
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Keys, 1, 8 * 1_024);

        void Open(string key)
        {
            var opened = directory.OpenAsync(key);
            Assert.True(opened.IsCompletedSuccessfully);
        }
    }

    [Fact]
    public async Task Live_feed_holds_no_conversation_of_before_a_reset()
    {
        await using var server = await MockServer.StartAsync(cancellationToken: TestWorkspace.Cancelled);
        var user = new TestWorkspace(server.BaseAddress, "alpha");
        await user.FreezeAsync();
        var workspace = await server.Services.GetRequiredService<WorkspaceDirectory>().OpenAsync("alpha");
        var id = await user.SendTextAsync();
        var session = workspace.Read(state => state.FindMessage(id)!.Session);
        Assert.Single(session.Messages);

        await user.ResetAsync();

        Assert.Contains(workspace.Read(_ => workspace.Feed.After(0).ToList()), happening => happening.About is Message message && message.Session == session);
        Assert.Empty(session.Messages);
    }

    [Fact]
    public void Journal_counts_what_came_in_the_query_as_well_as_the_body()
    {
        var journal = new RequestJournal(capacity: 100, bytes: 10_000);
        for (var call = 0; call < 10; call++)
        {
            journal.Add(new JournalEntry { AtMs = 0, Method = "GET", Path = "/", Query = new string('q', 2_000), Status = 200, DurationMs = 0, TraceId = "t", Body = [] });
        }

        Assert.Equal((2, 8), (journal.Read().Entries.Count, journal.Read().Evicted));
    }
}
