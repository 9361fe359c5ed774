using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Control;

public sealed class PausedFaultsTests(MockServer server)
{
    private const string Flaky = """{"name":"flaky","target":{"path":"/api/v1/message/send"},"trigger":{"next":2},"effect":{"status":503}}""";

    [Fact]
    public async Task Paused_fault_hits_and_counts_nothing_and_goes_on_when_resumed()
    {
        var workspace = await server.NewWorkspaceAsync();
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/faults", Flaky)).Ok();
        (await SendAsync(workspace)).Is(HttpStatusCode.ServiceUnavailable);

        var paused = await ChangeAsync(workspace, paused: true);
        (await SendAsync(workspace)).Ok();
        var resumed = await ChangeAsync(workspace, paused: false);
        (await SendAsync(workspace)).Is(HttpStatusCode.ServiceUnavailable);
        (await SendAsync(workspace)).Ok();

        Assert.Equal((true, 1, 1), ((bool)paused["paused"]!, (int)paused["seen"]!, (int)paused["remaining"]!));
        Assert.Equal((false, 1, 1), ((bool)resumed["paused"]!, (int)resumed["seen"]!, (int)resumed["remaining"]!));
    }

    [Fact]
    public async Task Fault_stays_paused_over_a_restart_and_in_an_export()
    {
        var folder = Directory.CreateTempSubdirectory();
        JsonNode export;
        await using (var first = await StartAsync())
        {
            var workspace = new TestWorkspace(first.BaseAddress, "mine");
            (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/faults", Flaky)).Ok();
            await ChangeAsync(workspace, paused: true);
            export = (await workspace.GetAsync("/_sandbox/export")).Ok().Body!;
        }

        await using (var second = await StartAsync())
        {
            Assert.True(await IsPausedAsync(new TestWorkspace(second.BaseAddress, "mine")));
            var copy = new TestWorkspace(second.BaseAddress, "copy");
            (await copy.PostAsync("/_sandbox/import", export)).Ok();
            Assert.True(await IsPausedAsync(copy));
        }

        folder.Delete(recursive: true);

        Task<InProcessServer> StartAsync() => MockServer.StartAsync(("Storage:Path", Path.Combine(folder.FullName, "data.db")));
    }

    [Fact]
    public async Task Change_that_cannot_be_is_refused()
    {
        var workspace = await server.NewWorkspaceAsync();
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/faults", Flaky)).Ok();

        var empty = (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/faults/flaky", "{}")).Is(HttpStatusCode.BadRequest);
        var unknown = (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/faults/flaky", """{"pausd":true}""")).Is(HttpStatusCode.BadRequest);
        (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/faults/nothing", """{"paused":true}""")).Is(HttpStatusCode.NotFound);

        Assert.Equal(("paused", "pausd"), ((string?)empty.Body!["field"], (string?)unknown.Body!["field"]));
    }

    private static Task<Answer> SendAsync(TestWorkspace workspace) => workspace.PostAsync("/api/v1/message/send", TestWorkspace.Text());

    private static async Task<JsonNode> ChangeAsync(TestWorkspace workspace, bool paused) =>
        (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/faults/flaky", new JsonObject { ["paused"] = paused }.ToJsonString())).Ok().Body!;

    private static async Task<bool> IsPausedAsync(TestWorkspace workspace) => (bool)(await workspace.GetAsync("/_sandbox/faults")).Ok().Body!["faults"]![0]!["paused"]!;
}
