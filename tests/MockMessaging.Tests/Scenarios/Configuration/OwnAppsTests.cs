using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>A workspace sets client apps of its own; type and mode decide which pushes they get.</summary>
public sealed class OwnAppsTests(MockServer server) : IDisposable
{
    private const string Default = "61ec7d902ce85742b201c5a0";

    private readonly string _folder = Directory.CreateTempSubdirectory("apps").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("WEBHOOK", "SESSION_ROUTED text SENT DLVRD READ SESSION_CLOSED")]
    [InlineData("APP_SCRIPT", "SESSION_ROUTED text")]
    public async Task Type_decides_which_pushes_an_app_gets(string type, string pushes)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        (await PutAsync(workspace, "mine", $$"""{"appType":"{{type}}","queue":"my_queue","webhook":"{{receiver.Url}}"}""")).Ok();
        var mine = workspace.As("mine");

        var session = await mine.SessionAsync();
        await mine.SendTextAsync();
        await workspace.AdvanceAsync();
        await workspace.PostAsync("/api/v1/session/close", new JsonObject { ["sessionId"] = session });
        (await workspace.GetAsync("/_sandbox/wait/idle?timeout=PT20S")).Ok();

        Assert.Equal(pushes.Split(' '), receiver.Subjects);
        var reasons = (await workspace.PushesAsync("?limit=1000")).Select(push => (string?)push!["reason"]).OfType<string>().Distinct();
        Assert.Equal(type == "WEBHOOK" ? [] : ["Client app 'my_queue' is of type APP_SCRIPT; only WEBHOOK apps get statuses and closed sessions."], reasons);
    }

    [Theory]
    [InlineData("BOT", "BOT")]
    [InlineData("botflow", "SCRIPTUS")]
    [InlineData("DEFAULT", "PUSH")]
    [InlineData("APP_SCRIPT", "WEBHOOK")]
    public async Task Mode_follows_from_the_type(string type, string mode)
    {
        var workspace = await server.NewWorkspaceAsync();

        var app = (await PutAsync(workspace, "mine", $$"""{"appType":"{{type}}"}""")).Ok().Body!;

        Assert.Equal((type.ToUpperInvariant(), mode, "mine", "mine"), ((string?)app["appType"], (string?)app["appMode"], (string?)app["queue"], (string?)app["keyName"]));
    }

    [Fact]
    public async Task Webhook_is_one_for_both_planes()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync("http://127.0.0.1:9/first");
        Assert.Equal("http://127.0.0.1:9/first", await WebhookAsync(workspace));

        (await PutAsync(workspace, Default, """{"appType":"WEBHOOK"}""")).Ok();
        Assert.Null(await WebhookAsync(workspace));
        (await PutAsync(workspace, Default, """{"appType":"WEBHOOK","webhook":"http://127.0.0.1:9/second"}""")).Ok();
        Assert.Equal("http://127.0.0.1:9/second", (string?)(await workspace.LookAsync())["apps"]![0]!["webhook"]);
        (await PutAsync(workspace, Default, """{"appType":"BOT"}""")).Ok();

        Assert.Null(await WebhookAsync(workspace));
        var refused = (await workspace.PostAsync("/api/v1/config/webhook", new JsonObject { ["url"] = "http://127.0.0.1:9/" })).Is(HttpStatusCode.BadRequest);
        Assert.Equal("INCORRECT_APP_TYPE", (string?)refused.Error["codeKey"]);
    }

    [Theory]
    [InlineData("""{"appType":"BOT"}""")]
    [InlineData("""{"appType":"WEBHOOK","webhook":"http://127.0.0.1:9/other"}""")]
    public async Task Pushes_that_wait_when_it_changes_go_where_they_were_meant_to_go(string change)
    {
        var held = new TaskCompletionSource();
        await using var receiver = await WebhookReceiver.StartAsync(_ => held.Task);
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        (await WriteAsync("1")).Ok();
        (await WriteAsync("2")).Ok();
        await receiver.NextAsync();

        (await PutAsync(workspace, Default, change)).Ok();
        (await WriteAsync("3")).Ok();
        held.SetResult();
        (await workspace.GetAsync("/_sandbox/wait/idle?timeout=PT20S")).Ok();

        Assert.Equal(["SESSION_ROUTED", "text", "text"], receiver.Subjects);
        Assert.Equal(["1", "2"], receiver.All.Skip(1).Select(push => (string?)push.Item["text"]!["body"]));

        Task<Answer> WriteAsync(string text) => workspace.PostAsync("/_sandbox/inbound", new JsonObject
        {
            ["from"] = new JsonObject { ["phone"] = TestWorkspace.Phone },
            ["text"] = new JsonObject { ["body"] = text },
        });
    }

    [Fact]
    public async Task Sessions_are_routed_to_a_queue_of_its_own()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        (await PutAsync(workspace, "mine", $$"""{"appType":"WEBHOOK","queue":"my_queue","webhook":"{{receiver.Url}}"}""")).Ok();
        var session = await workspace.SessionAsync();

        (await workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = session, ["queue"] = "my_queue" })).Ok();

        Assert.Equal(("SESSION_ROUTED", "mine"), ((await receiver.NextAsync()).Subject, (string?)receiver.All[0].Body["meta"]!["appId"]));
    }

    [Fact]
    public async Task Removed_app_is_unknown_and_its_messages_go_on_after_a_restart()
    {
        (string, string)[] settings = [("Storage:Path", Path.Combine(_folder, "data.db"))];
        string id;
        await using (var first = await MockServer.StartAsync(settings))
        {
            var workspace = new TestWorkspace(first.BaseAddress, "mine");
            await workspace.FreezeAsync();
            (await PutAsync(workspace, "mine", """{"appType":"WEBHOOK","webhook":"http://127.0.0.1:9/"}""")).Ok();
            id = await workspace.As("mine").SendTextAsync("+91 98765 40006");
            (await workspace.CallAsync(HttpMethod.Delete, "/_sandbox/apps/mine", null)).Is(HttpStatusCode.NoContent);
            var other = await workspace.As("mine").SendTextAsync();
            Assert.Equal("my_bot", (string?)(await workspace.GetAsync("/_sandbox/messages/" + other)).Ok().Body!["queue"]);
        }

        await using var second = await MockServer.StartAsync(settings);
        var again = new TestWorkspace(second.BaseAddress, "mine");
        await again.AdvanceAsync("PT1M");
        Assert.Equal("READ", (string?)(await again.GetAsync("/_sandbox/messages/" + id)).Ok().Body!["status"]);
        Assert.Equal("Client app 'mine' was removed.", (string?)(await again.PushesAsync("?messageId=" + id))[0]!["reason"]);
        (await again.GetAsync("/_sandbox/apps/mine")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task App_without_messages_leaves_nothing_behind()
    {
        var workspace = await server.NewWorkspaceAsync();
        (await PutAsync(workspace, "mine", """{"appType":"WEBHOOK","webhook":"http://127.0.0.1:9/"}""")).Ok();
        (await workspace.CallAsync(HttpMethod.Delete, "/_sandbox/apps/mine", null)).Is(HttpStatusCode.NoContent);

        Assert.DoesNotContain("mine", (await workspace.GetAsync("/_sandbox/export")).Ok().Body!["records"]!.ToJsonString(), StringComparison.Ordinal);
    }

    private static Task<Answer> PutAsync(TestWorkspace workspace, string id, string body) => workspace.CallAsync(HttpMethod.Put, "/_sandbox/apps/" + id, body);

    private static async Task<string?> WebhookAsync(TestWorkspace workspace) => (string?)(await workspace.GetAsync("/_sandbox/apps/" + Default)).Ok().Body!["webhook"];
}
