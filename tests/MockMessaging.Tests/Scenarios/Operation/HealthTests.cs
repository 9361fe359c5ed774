using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MockMessaging.Storage;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class HealthTests(MockServer shared) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    [Fact]
    public async Task Server_that_runs_is_live_and_ready()
    {
        var anybody = new TestWorkspace(shared.BaseAddress, null);

        (await anybody.RawAsync("/healthz/live", null)).Ok();
        (await anybody.RawAsync("/healthz/ready", null)).Ok();
    }

    [Fact]
    public async Task Server_that_stops_is_not_ready_while_requests_under_way_end()
    {
        await using var server = await MockServer.StartAsync(cancellationToken: TestWorkspace.Cancelled);
        var workspace = new TestWorkspace(server.BaseAddress, "mine");
        await workspace.FreezeAsync();
        var underWay = workspace.GetAsync("/_sandbox/outbox?wait=PT1M");
        server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "The server is stopping."), await ReadyAsync(server));
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync();
        (await underWay).Ok();
    }

    [Fact]
    public async Task Server_that_cannot_store_changes_is_live_and_not_ready()
    {
        await using var server = await MockServer.StartAsync(("Storage:Path", Path.Combine(_folder, "data.db")), ("Storage:Durability", "Strict"), ("Logging:LogLevel:Default", "None"));
        var store = server.Services.GetRequiredService<IRecordStore>();

        // A key may stand for one new record only, so the file refuses the second commit, as it would a full disk.
        var spoilt = new StoredRecord("apps", new RecordKey(1, store.NextId()), [], IsNew: true);
        await store.Append([spoilt], urgent: true);
        await Assert.ThrowsAsync<StoreBusyException>(() => store.Append([spoilt], urgent: true));

        var (status, reason) = await ReadyAsync(server);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("(Storage:Path) cannot be written", reason, StringComparison.Ordinal);
        using var client = new HttpClient { BaseAddress = server.BaseAddress };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/healthz/live", UriKind.Relative), TestWorkspace.Cancelled)).StatusCode);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<(HttpStatusCode Status, string Reason)> ReadyAsync(InProcessServer server)
    {
        using var client = new HttpClient { BaseAddress = server.BaseAddress };
        using var answer = await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative), TestWorkspace.Cancelled);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestWorkspace.Cancelled));
    }
}
