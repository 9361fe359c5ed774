using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>A workspace sets channels, templates and variables of its own, and removes those of the fixtures.</summary>
public sealed class OwnConfigurationTests(MockServer server) : IDisposable
{
    private const string Channel = "wa360:15550001111";
    private const string Template = """{"code":"ORDER_READY","body":"{{data.order}} from {{global.shop}}","contactType":"WHATSAPP"}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("configuration").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Channel_template_and_variable_of_its_own_reach_the_push()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await ConfigureAsync(workspace);

        var id = await SendAsync(workspace);
        await workspace.AdvanceAsync();

        var sent = (await workspace.GetAsync("/_sandbox/messages/" + id)).Ok().Body!;
        Assert.Equal("OD-7 from Marigold", (string?)sent["text"]);
        Assert.Equal(["SENT", "DLVRD", "READ"], receiver.Subjects);
        Assert.All(receiver.All, push => Assert.Equal(Channel, (string?)push.Body["contacts"]![0]!["channelId"]));
    }

    [Fact]
    public async Task Documented_lists_show_it_and_other_workspaces_do_not()
    {
        var (workspace, other) = (await server.NewWorkspaceAsync(), await server.NewWorkspaceAsync());
        await ConfigureAsync(workspace);

        Assert.Equal((1, 1, 1), await ListedAsync(workspace));
        Assert.Equal((0, 0, 0), await ListedAsync(other));
        await workspace.ResetAsync();
        Assert.Equal((0, 0, 0), await ListedAsync(workspace));
    }

    [Fact]
    public async Task Template_can_be_set_as_the_messaging_API_lists_it()
    {
        var workspace = await server.NewWorkspaceAsync();
        foreach (var listed in (await workspace.GetAsync("/api/v1/config/tmpl/hsm")).Results.ToList())
        {
            var before = listed!.ToJsonString();
            (await PutAsync(workspace, "templates/" + listed["id"], before)).Ok();
        }

        var after = (await workspace.GetAsync("/api/v1/config/tmpl/hsm")).Results;
        Assert.True(JsonNode.DeepEquals((await (await server.NewWorkspaceAsync()).GetAsync("/api/v1/config/tmpl/hsm")).Results, after));
    }

    [Fact]
    public async Task Removed_channel_refuses_new_messages_and_those_in_it_go_on()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        var id = await workspace.SendTextAsync();
        var session = await workspace.SessionAsync();

        await RemoveAsync(workspace, "channels/" + TestWorkspace.WhatsApp);
        await workspace.AdvanceAsync();

        Assert.Equal("CHANNEL_NOT_FOUND", (string?)(await workspace.PostAsync("/api/v1/message/send", TestWorkspace.Text())).Is(HttpStatusCode.BadRequest).Error["codeKey"]);
        Assert.Equal(["SENT", "DLVRD", "READ"], receiver.Subjects.Where(subject => subject is not ("text" or "SESSION_ROUTED")));
        Assert.Equal("READ", (string?)(await workspace.MessagesAsync(session)).Single(row => (string?)row!["messageId"] == id)!["status"]);
        Assert.Equal(TestWorkspace.WhatsApp, (string?)(await workspace.GetAsync("/_sandbox/conversations")).Ok().Body!["conversations"]![0]!["channelId"]);
    }

    [Fact]
    public async Task Workspace_without_channels_says_what_to_do()
    {
        var workspace = await server.NewWorkspaceAsync();
        foreach (var channel in (await workspace.GetAsync("/_sandbox/channels")).Ok().Body!["channels"]!.AsArray())
        {
            await RemoveAsync(workspace, "channels/" + channel!["channelId"]);
        }

        var refused = (await workspace.PostAsync("/_sandbox/inbound", JsonNode.Parse("{}")!)).Is(HttpStatusCode.BadRequest);

        Assert.Contains("PUT /_sandbox/channels/{id}", (string?)refused.Body!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removed_template_and_variable_are_gone_for_messages()
    {
        var workspace = await server.NewWorkspaceAsync();
        await ConfigureAsync(workspace);
        await RemoveAsync(workspace, "vars/shop");
        Assert.Equal("OD-7 from ", await TextAsync(workspace, await SendAsync(workspace)));

        await RemoveAsync(workspace, "templates/order_ready");
        var id = await SendAsync(workspace);
        await workspace.AdvanceAsync();

        Assert.Equal("SENT_ERR", (string?)(await workspace.GetAsync("/_sandbox/messages/" + id)).Ok().Body!["status"]);
        (await workspace.GetAsync("/_sandbox/templates/order_ready")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Snapshot_fork_and_export_carry_it()
    {
        var workspace = await server.NewWorkspaceAsync();
        await ConfigureAsync(workspace);
        await RemoveAsync(workspace, "vars/website");
        (await workspace.PostAsync("/_sandbox/snapshots", new JsonObject { ["name"] = "own" })).Ok();
        var export = (await workspace.GetAsync("/_sandbox/export")).Ok();
        await workspace.ResetAsync();

        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/snapshots/own/restore", null)).Ok();
        await IsConfiguredAsync(workspace);
        var fork = new TestWorkspace(workspace.Server, (string)(await workspace.PostAsync("/_sandbox/workspaces", new JsonObject())).Ok().Body!["key"]!);
        await IsConfiguredAsync(fork);
        var imported = await server.NewWorkspaceAsync();
        (await imported.CallAsync(HttpMethod.Post, "/_sandbox/import", export.Text)).Ok();
        await IsConfiguredAsync(imported);
    }

    [Fact]
    public async Task Only_what_departs_from_the_fixtures_is_stored()
    {
        var workspace = await server.NewWorkspaceAsync();
        await ConfigureAsync(workspace);
        await RemoveAsync(workspace, "vars/shop");

        var kinds = (await workspace.GetAsync("/_sandbox/export")).Ok().Body!["records"]!.AsArray().Select(record => (string?)record!["kind"]);

        Assert.Equal(["Configuration", "Configuration", "Progress"], kinds.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Restart_keeps_it_with_the_messages_of_what_was_removed()
    {
        (string, string)[] settings = [("Storage:Path", Path.Combine(_folder, "data.db"))];
        await using (var first = await MockServer.StartAsync(settings))
        {
            var workspace = new TestWorkspace(first.BaseAddress, "mine");
            await workspace.FreezeAsync();
            await ConfigureAsync(workspace);
            await RemoveAsync(workspace, "vars/website");
            await SendAsync(workspace);
            await RemoveAsync(workspace, "channels/" + TestWorkspace.WhatsApp);
        }

        await using var second = await MockServer.StartAsync(settings);
        var again = new TestWorkspace(second.BaseAddress, "mine");
        await IsConfiguredAsync(again);
        (await again.GetAsync("/_sandbox/channels/" + TestWorkspace.WhatsApp)).Is(HttpStatusCode.NotFound);
        await again.AdvanceAsync();
        Assert.Equal("READ", (string?)(await again.GetAsync("/_sandbox/messages")).Ok().Body!["messages"]![0]!["status"]);
    }

    [Fact]
    public async Task Examples_stay_when_their_channel_and_app_are_changed()
    {
        var workspace = await server.NewWorkspaceWithExamplesAsync();
        var before = (int)(await workspace.LookAsync())["messages"]!;
        await RemoveAsync(workspace, "channels/" + TestWorkspace.WhatsApp);
        (await PutAsync(workspace, "apps/61ec7d902ce85742b201c5a0", """{"appType":"WEBHOOK","queue":"renamed"}""")).Ok();

        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/import", (await workspace.GetAsync("/_sandbox/export")).Ok().Text)).Ok();

        Assert.Equal(before, (int)(await workspace.LookAsync())["messages"]!);
    }

    [Fact]
    public async Task Each_change_is_an_event()
    {
        var workspace = await server.NewWorkspaceAsync();
        await ConfigureAsync(workspace);
        await RemoveAsync(workspace, "vars/shop");

        Assert.Equal(4, (await EventKindsAsync(workspace)).Count(kind => kind == "configuration"));
    }

    [Fact]
    public async Task Lists_come_in_pages()
    {
        var workspace = await server.NewWorkspaceAsync();
        await ConfigureAsync(workspace);
        foreach (var (path, list, last) in new[] { ("channels", "channels", Channel), ("templates", "templates", "order_ready"), ("apps", "apps", "61ec7d992ce85742b201c5a9"), ("vars", "variables", "shop") })
        {
            var page = (await workspace.GetAsync($"/_sandbox/{path}?limit=1&order=newest")).Ok().Body!;
            Assert.Equal(last, (string?)page["next"]);
            Assert.Single(page[list]!.AsArray());
        }
    }

    private static async Task<List<string>> EventKindsAsync(TestWorkspace workspace)
    {
        using var client = new HttpClient { BaseAddress = workspace.Server };
        client.DefaultRequestHeaders.Add("x-api-key", workspace.Key);
        using var stream = new StreamReader(await client.GetStreamAsync("/_sandbox/events?after=0", TestWorkspace.Cancelled));
        (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", """{"careWindow":false}""")).Ok();
        var kinds = new List<string>();
        while (await stream.ReadLineAsync(TestWorkspace.Cancelled) is { } line && kinds.LastOrDefault() != "settings")
        {
            if (line.StartsWith("data:", StringComparison.Ordinal) && JsonNode.Parse(line[5..])!["kind"] is { } kind)
            {
                kinds.Add((string)kind!);
            }
        }

        return kinds;
    }

    private static async Task ConfigureAsync(TestWorkspace workspace)
    {
        (await PutAsync(workspace, "channels/" + Channel, """{"name":"Orders"}""")).Ok();
        (await PutAsync(workspace, "vars/shop", """{"value":"Marigold"}""")).Ok();
        (await PutAsync(workspace, "templates/order_ready", Template)).Ok();
    }

    private static async Task IsConfiguredAsync(TestWorkspace workspace)
    {
        Assert.Equal((1, 1, 1), await ListedAsync(workspace));
        (await workspace.GetAsync("/_sandbox/vars/website")).Is(HttpStatusCode.NotFound);
        Assert.Equal("OD-7 from Marigold", await TextAsync(workspace, await SendAsync(workspace)));
    }

    private static async Task<(int Channels, int Templates, int Variables)> ListedAsync(TestWorkspace workspace) => (
        (await workspace.GetAsync("/api/v1/config/channels")).Results.Count(row => (string?)row!["channelId"] == Channel && (string?)row["name"] == "Orders"),
        (await workspace.GetAsync("/api/v1/config/tmpl/hsm?channelStatus=APPROVED&channelId=" + Channel)).Results.Count(row => (string?)row!["code"] == "ORDER_READY"),
        (await workspace.GetAsync("/api/v1/config/global/vars")).Results.Count(row => (string?)row!["key"] == "shop" && (string?)row["value"] == "Marigold"));

    private static Task<string> SendAsync(TestWorkspace workspace) => workspace.SendAsync(JsonNode.Parse($$$"""
        {"channelId":"{{{Channel}}}","to":{"phone":"{{{TestWorkspace.Phone}}}"},"type":"template","template":{"code":"ORDER_READY","data":{"order":"OD-7"} } }
        """)!);

    private static async Task<string?> TextAsync(TestWorkspace workspace, string id) => (string?)(await workspace.GetAsync("/_sandbox/messages/" + id)).Ok().Body!["text"];

    private static Task<Answer> PutAsync(TestWorkspace workspace, string path, string body) => workspace.CallAsync(HttpMethod.Put, "/_sandbox/" + path, body);

    private static async Task RemoveAsync(TestWorkspace workspace, string path) =>
        (await workspace.CallAsync(HttpMethod.Delete, "/_sandbox/" + path, null)).Is(HttpStatusCode.NoContent);
}
