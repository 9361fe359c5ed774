using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Control;

public sealed class SnapshotsTests(MockServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    [Fact]
    public async Task Workspace_goes_back_to_what_it_was_with_its_clock_and_what_was_due()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        var id = await workspace.SendTextAsync();
        await workspace.AdvanceAsync("PT0.1S");
        await TakeAsync(workspace, "prepared");
        await workspace.AdvanceAsync("PT48H");
        await workspace.SendTextAsync("+91 90000 12345");

        var restored = (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/snapshots/prepared/restore", null)).Ok().Body!;

        Assert.Equal("2026-01-05T10:00:00.1+00:00", (string?)restored["clock"]!["now"]);
        Assert.Single((await workspace.GetAsync("/_sandbox/messages?direction=outbound&status=SENT")).Ok().Body!["messages"]!.AsArray());
        await workspace.AdvanceAsync();
        Assert.Equal("READ", (string?)(await workspace.MessageAsync(id))["status"]);
        Assert.Equal(["SENT", "DLVRD", "READ", "DLVRD", "READ"], receiver.Subjects.Take(5));
    }

    [Fact]
    public async Task Snapshot_larger_than_a_document_of_the_data_file_survives_a_restart()
    {
        (string, string)[] settings = [("Storage:Path", Path.Combine(_folder, "large.db"))];
        await using (var first = await MockServer.StartAsync(settings))
        {
            var workspace = new TestWorkspace(first.BaseAddress, "alpha");
            for (var message = 0; message < 70; message++)
            {
                await workspace.SendTextAsync(body: new string('x', 250_000));
            }

            await TakeAsync(workspace, "large");
        }

        await using var second = await MockServer.StartAsync(settings);
        var again = new TestWorkspace(second.BaseAddress, "alpha");
        await again.ResetAsync();
        (await again.CallAsync(HttpMethod.Post, "/_sandbox/snapshots/large/restore", null)).Ok();
        Assert.Equal(70, (int)(await again.LookAsync())["messages"]!);
    }

    [Fact]
    public async Task Everything_comes_back()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync("http://127.0.0.1:9/");
        var session = await workspace.SessionAsync();
        await workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = session, ["queue"] = "agent_desk" });
        await workspace.PostAsync("/api/v1/data/push", JsonNode.Parse("""{"id":"1","type":"ORDER","data":{"a":1}}""")!);
        await workspace.PostAsync("/api/v1/event/push", JsonNode.Parse("""{"id":"1","eventName":"SEEN"}""")!);
        await workspace.PostAsync("/_sandbox/outcomes", JsonNode.Parse("""{"outcome":"failed","times":3}""")!);
        await workspace.PostAsync("/_sandbox/faults", JsonNode.Parse("""{"name":"mine","target":"webhooks","effect":{"drop":true}}""")!);
        (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", """{"fidelity":"production","delays":{"read":"PT9S"},"seed":5}""")).Ok();
        var before = await ExportAsync(workspace);
        await TakeAsync(workspace, "all");

        await workspace.ResetAsync();
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/snapshots/all/restore", null)).Ok();

        Assert.Equal(before, await ExportAsync(workspace));
    }

    [Fact]
    public async Task Ids_given_after_a_restore_are_those_given_after_the_snapshot()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.SendTextAsync();
        await TakeAsync(workspace, "here");
        var first = await workspace.SendTextAsync();
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/snapshots/here/restore", null)).Ok();

        Assert.Equal(first, await workspace.SendTextAsync());
    }

    [Fact]
    public async Task Nothing_of_before_arrives_after_a_restore()
    {
        var held = new TaskCompletionSource();
        await using var receiver = await WebhookReceiver.StartAsync(_ => held.Task);
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await TakeAsync(workspace, "empty");
        await workspace.SendTextAsync();
        var advancing = workspace.PostAsync("/_sandbox/clock/advance", new JsonObject { ["by"] = "PT5S" });
        await receiver.NextAsync();

        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/snapshots/empty/restore", null)).Ok();
        held.SetResult();
        await advancing;
        await workspace.AdvanceAsync("PT1H");

        Assert.Equal(["SENT"], receiver.Subjects);
    }

    [Fact]
    public async Task Snapshots_are_listed_replaced_by_name_and_removed()
    {
        var workspace = await server.NewWorkspaceAsync();
        await TakeAsync(workspace, "one");
        await workspace.SendTextAsync();
        await TakeAsync(workspace, "two");
        await TakeAsync(workspace, "one");

        Assert.Equal([("two", 1), ("one", 1)], (await ListAsync(workspace)).Select(snapshot => ((string)snapshot!["name"]!, (int)snapshot["messages"]!)));
        (await workspace.CallAsync(HttpMethod.Delete, "/_sandbox/snapshots/two", null)).Is(HttpStatusCode.NoContent);
        Assert.Single(await ListAsync(workspace));
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/snapshots/two/restore", null)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Snapshot_and_restored_state_survive_a_restart()
    {
        string id;
        await using (var first = await StartAsync())
        {
            var workspace = new TestWorkspace(first.BaseAddress, "mine");
            await workspace.FreezeAsync();
            id = await workspace.SendTextAsync();
            await TakeAsync(workspace, "kept");
            await workspace.ResetAsync();
            (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/snapshots/kept/restore", null)).Ok();
            await workspace.AdvanceAsync("PT0.1S");
        }

        await using (var second = await StartAsync())
        {
            var workspace = new TestWorkspace(second.BaseAddress, "mine");
            Assert.Single(await ListAsync(workspace));
            Assert.Equal("SENT", (string?)(await workspace.GetAsync("/_sandbox/messages/" + id)).Ok().Body!["status"]);
            (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/snapshots/kept/restore", null)).Ok();
            Assert.Equal("INIT", (string?)(await workspace.GetAsync("/_sandbox/messages/" + id)).Ok().Body!["status"]);
        }
    }

    [Fact]
    public async Task Export_becomes_the_same_workspace_elsewhere()
    {
        var source = await server.NewWorkspaceAsync();
        var session = await source.SessionAsync();
        await source.SendTextAsync();
        await source.AdvanceAsync();
        var target = await server.NewWorkspaceAsync();

        (await target.CallAsync(HttpMethod.Post, "/_sandbox/import", await ExportAsync(source))).Ok();

        Assert.Equal(await ExportAsync(source), await ExportAsync(target));
        Assert.Equal((await source.MessagesAsync(session)).ToJsonString(), (await target.MessagesAsync(session)).ToJsonString());
    }

    [Theory]
    [InlineData("""{"format":"something","version":1,"records":[]}""")]
    [InlineData("""{"format":"mock-messaging-workspace","version":99,"archivedAt":"2026-01-05T10:00:00Z","seed":1,"records":[]}""")]
    [InlineData("""{"format":"mock-messaging-workspace","version":1,"archivedAt":"2026-01-05T10:00:00Z","seed":1}""")]
    [InlineData("""{"format":"mock-messaging-workspace","version":1,"archivedAt":"2026-01-05T10:00:00Z","seed":1,"records":[{"kind":"Contact","data":{"nonsense":true}}]}""")]
    [InlineData("""{"format":"mock-messaging-workspace","version":1,"archivedAt":"2026-01-05T10:00:00Z","seed":1,"records":[{"kind":"Session","data":{"id":"a","contactId":"nobody","createdAt":1,"routingId":"r"}}]}""")]
    [InlineData("""{"format":"mock-messaging-workspace","version":1,"archivedAt":"2026-01-05T10:00:00Z","seed":1,"records":[{"kind":"Workspace","data":{}}]}""")]
    [InlineData("""{"format":"mock-messaging-workspace","version":1,"archivedAt":"2026-01-05T10:00:00Z","seed":1,"records":[null]}""")]
    public async Task Broken_document_is_refused_and_nothing_is_replaced(string document)
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.SendTextAsync();
        var before = await ExportAsync(workspace);

        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/import", document)).Is(HttpStatusCode.BadRequest);

        Assert.Equal(before, await ExportAsync(workspace));
    }

    [Fact]
    public async Task Fork_has_all_of_its_source_and_goes_its_own_way()
    {
        var source = await server.NewWorkspaceAsync();
        var id = await source.SendTextAsync();

        var told = (await source.PostAsync("/_sandbox/workspaces", new JsonObject())).Ok().Body!;
        var fork = new TestWorkspace(server.BaseAddress, (string)told["key"]!);
        await fork.AdvanceAsync();

        Assert.Equal("READ", (string?)(await fork.MessageAsync(id))["status"]);
        Assert.Equal("INIT", (string?)(await source.MessageAsync(id))["status"]);
    }

    [Theory]
    [InlineData("""{"from":"nobody has this key"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"key":"default"}""", HttpStatusCode.OK)]
    public async Task Fork_takes_from_and_to_the_keys_that_are_given(string request, HttpStatusCode status)
    {
        await using var own = await StartAsync();

        (await new TestWorkspace(own.BaseAddress, "mine").CallAsync(HttpMethod.Post, "/_sandbox/workspaces", request)).Is(status);
    }

    [Fact]
    public async Task Fork_never_overwrites_a_workspace()
    {
        var workspace = await server.NewWorkspaceAsync();

        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/workspaces", $$"""{"key":"{{workspace.Key}}"}""")).Is(HttpStatusCode.Conflict);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<InProcessServer> StartAsync() =>
        MockServer.StartAsync(options => options.Storage.Path = Path.Combine(_folder, "data.db"), TestWorkspace.Cancelled);

    private static async Task TakeAsync(TestWorkspace workspace, string name) => (await workspace.PostAsync("/_sandbox/snapshots", new JsonObject { ["name"] = name })).Ok();

    private static async Task<JsonArray> ListAsync(TestWorkspace workspace) => (await workspace.GetAsync("/_sandbox/snapshots")).Ok().Body!["snapshots"]!.AsArray();

    private static async Task<string> ExportAsync(TestWorkspace workspace)
    {
        var exported = (await workspace.GetAsync("/_sandbox/export")).Ok().Body!.AsObject();

        // The machine's time of the export says nothing of what was exported.
        exported["clock"]?.AsObject().Remove("hostNow");
        return exported.ToJsonString();
    }
}
