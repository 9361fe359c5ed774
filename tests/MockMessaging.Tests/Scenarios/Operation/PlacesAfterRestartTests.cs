using MockMessaging.Client;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>A client that goes on reading where it stood before the server was restarted.</summary>
public sealed class PlacesAfterRestartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Places_of_an_earlier_run_mean_everything()
    {
        long cursor;
        string place;
        await using (var server = await StartAsync())
        {
            var workspace = await WithMessagesAsync(server, 2);
            cursor = (await workspace.Pushes.OutboxAsync(cancellationToken: TestWorkspace.Cancelled)).Next;
            place = (await FirstEventAsync(workspace, null, ofAll: true)).Id!;
        }

        await using (var server = await StartAsync())
        {
            // More than before, so that their numbers go beyond those of before.
            var workspace = await WithMessagesAsync(server, 3);

            Assert.Equal(3, (await workspace.Pushes.OutboxAsync(cursor, cancellationToken: TestWorkspace.Cancelled)).Pushes.Count);
            Assert.Equal((await FirstEventAsync(workspace, "0")).Id, (await FirstEventAsync(workspace, place)).Id);
        }
    }

    private static async Task<SandboxWorkspace> WithMessagesAsync(InProcessServer server, int count)
    {
        var workspace = new SandboxWorkspace(server.BaseAddress, "mine");
        for (var written = 0; written < count; written++)
        {
            await workspace.Inbound.SendAsync("+919988776655", "Hello", cancellationToken: TestWorkspace.Cancelled);
        }

        return workspace;
    }

    /// <summary>The first event after a place, or the one that opens the stream.</summary>
    private static async Task<StreamedEvent> FirstEventAsync(SandboxWorkspace workspace, string? after, bool ofAll = false) =>
        await workspace.Events.ReadAsync(after, TestWorkspace.Cancelled).FirstAsync(happened => ofAll || happened.View is not null, TestWorkspace.Cancelled);

    private Task<InProcessServer> StartAsync() => InProcessServer.StartAsync(options => options.Storage.Path = Path.Combine(_folder, "data.db"), TestWorkspace.Cancelled);
}
