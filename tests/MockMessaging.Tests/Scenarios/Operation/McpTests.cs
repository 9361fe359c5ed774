using System.Net;
using System.Text.Json.Nodes;
using MockMessaging.Tests.Crashes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Xunit;

namespace MockMessaging.Tests.Scenarios.Operation;

/// <summary>The tools for AI agents, used with the SDK's own client.</summary>
public sealed class McpTests(MockServer server)
{
    private static CancellationToken Cancelled => TestWorkspace.Cancelled;

    [Fact]
    public async Task Agent_plays_the_customer_and_reads_the_conversation()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await using var client = await ConnectAsync(server.BaseAddress, workspace.Key);

        var written = JsonNode.Parse(await CallAsync(client, "send_as_customer", ("phone", "+919876543210"), ("text", "Where is my order?")))!;
        await workspace.SendTextAsync(body: "It is on its way.\nBye");
        await CallAsync(client, "advance_clock", ("by", "PT5S"));
        var contact = (string)written["message"]!["contactId"]!;
        var conversations = await CallAsync(client, "list_conversations");
        var timeline = await CallAsync(client, "conversation_timeline", ("contactId", contact));

        Assert.Contains(contact, conversations, StringComparison.Ordinal);
        Assert.Contains("> Where is my order?", timeline, StringComparison.Ordinal);
        Assert.Contains("> It is on its way.\n> Bye", timeline, StringComparison.Ordinal);
        Assert.Contains("Application: text, READ", timeline, StringComparison.Ordinal);
        Assert.True(timeline.IndexOf("Where is my order?", StringComparison.Ordinal) < timeline.IndexOf("It is on its way.", StringComparison.Ordinal));
        Assert.Contains("HTTP 200", timeline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agent_lets_messages_fail_and_verifies_requests()
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var client = await ConnectAsync(server.BaseAddress, null);
        (string, object?) key = ("key", workspace.Key);

        await CallAsync(client, "set_clock", key, ("mode", "frozen"), ("now", "2030-01-01T09:00:00Z"));
        await CallAsync(client, "add_outcome_rule", key, ("outcome", "failed"), ("errorCode", "470"), ("times", 1), ("match", new JsonObject { ["type"] = "text" }));
        await CallAsync(client, "add_fault", key, ("effect", """{"status":503}"""), ("target", new JsonObject { ["path"] = "/api/v1/message/send" }), ("name", "down"));
        (await workspace.RawAsync("/api/v1/message/send", TestWorkspace.Text())).Is(HttpStatusCode.ServiceUnavailable);
        var id = await workspace.SendTextAsync();
        await CallAsync(client, "advance_clock", key, ("by", "PT5S"));
        var verdict = JsonNode.Parse(await CallAsync(client, "verify_requests", key, ("match", new JsonObject { ["path"] = "/api/v1/message/send" }), ("exactly", 2)))!;
        var check = JsonNode.Parse(await CallAsync(client, "check_webhook", key))!;
        await CallAsync(client, "remove_rules_and_faults", key);

        Assert.Equal("pass", (string?)verdict["verdict"]);
        Assert.False((bool?)check["ok"]);
        Assert.Contains("\"FAILD\"", await CallAsync(client, "list_pushes", key, ("messageId", id)), StringComparison.Ordinal);
        Assert.Contains("503", await CallAsync(client, "list_requests", key, ("path", "/api/v1/message/send")), StringComparison.Ordinal);
        Assert.Contains("\"rules\":[]", await CallAsync(client, "list_outcomes", key), StringComparison.Ordinal);
        Assert.Contains("2030-01-01", await CallAsync(client, "get_workspace", key), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_are_those_of_the_control_plane()
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var client = await ConnectAsync(server.BaseAddress, workspace.Key);
        await using var nameless = await ConnectAsync(server.BaseAddress, null);

        var refused = (await workspace.PostAsync("/_sandbox/clock/advance", new JsonObject { ["by"] = "5 seconds" })).Is(HttpStatusCode.BadRequest).Body!;

        Assert.EndsWith((string)refused["detail"]!, await RefusalAsync(client, "advance_clock", ("by", "5 seconds")), StringComparison.Ordinal);
        Assert.Contains("did you mean", await RefusalAsync(client, "add_outcome_rule", ("outcome", "faild")), StringComparison.Ordinal);
        Assert.Contains("The key is missing", await RefusalAsync(nameless, "list_conversations"), StringComparison.Ordinal);
        Assert.All(await client.ListToolsAsync(cancellationToken: Cancelled), tool => Assert.NotEmpty(tool.Description));
    }

    [Fact]
    public async Task Gate_of_the_control_plane_stands_before_it()
    {
        await using var closed = await MockServer.StartAsync(("Control:Enabled", "false"));
        await using var guarded = await MockServer.StartAsync(("Control:Token", "secret"), ("Auth:Keys:0", "mine"));

        (await new TestWorkspace(closed.BaseAddress, "mine").RawAsync("/mcp", new JsonObject())).Is(HttpStatusCode.NotFound);
        (await new TestWorkspace(guarded.BaseAddress, "mine").RawAsync("/mcp", new JsonObject())).Is(HttpStatusCode.Unauthorized);
        await using var client = await ConnectAsync(guarded.BaseAddress, "mine", ("Authorization", "Bearer secret"));
        Assert.Contains("\"seed\"", await CallAsync(client, "get_workspace"), StringComparison.Ordinal);
        Assert.Contains("Invalid x-api-key", await RefusalAsync(client, "get_workspace", ("key", "other")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Library_is_loaded_with_the_first_request()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux lists the libraries of a process as files.");
        var folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;
        await using (var own = await RealServer.StartAsync(folder))
        {
            await new TestWorkspace(own.BaseAddress, "mine").SendTextAsync();
            var before = own.Libraries;
            await using var client = await ConnectAsync(own.BaseAddress, "mine");
            await CallAsync(client, "get_workspace");

            Assert.DoesNotContain("ModelContextProtocol", before, StringComparison.Ordinal);
            Assert.DoesNotContain("StandardWebhooks", before, StringComparison.Ordinal);
            Assert.Contains("ModelContextProtocol", own.Libraries, StringComparison.Ordinal);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static Task<McpClient> ConnectAsync(Uri address, string? key, params (string Name, string Value)[] headers)
    {
        var all = headers.ToDictionary(header => header.Name, header => header.Value);
        if (key is not null)
        {
            all["x-api-key"] = key;
        }

        return McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(address, "/mcp"), AdditionalHeaders = all }), cancellationToken: Cancelled);
    }

    private static async Task<string> CallAsync(McpClient client, string tool, params (string Name, object? Value)[] arguments)
    {
        var result = await client.CallToolAsync(tool, arguments.ToDictionary(argument => argument.Name, argument => argument.Value), cancellationToken: Cancelled);
        var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.False(result.IsError ?? false, text);
        return text;
    }

    private static async Task<string> RefusalAsync(McpClient client, string tool, params (string Name, object? Value)[] arguments)
    {
        var result = await client.CallToolAsync(tool, arguments.ToDictionary(argument => argument.Name, argument => argument.Value), cancellationToken: Cancelled);
        Assert.True(result.IsError);
        return Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
    }
}
