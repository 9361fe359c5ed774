using System.Text.Json.Nodes;
using MockMessaging.Tool;
using Xunit;

namespace MockMessaging.Tests.Tool;

public sealed class TriggerTests(MockServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Customer_writes_a_text()
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);

        var (code, results, error) = await ToolRun.RunAsync(workspace, "trigger", "inbound", "--from", "+919988776655", "--name", "Asha Rao", "--text", "Where is it?");

        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.Matches($"^message [0-9a-f]{{24}} from wa919988776655_918828218374: push text delivered \\(200\\) to {receiver.Url}\r?\n$", results);
        Assert.Equal("Where is it?", (string?)receiver.All[^1].Item["text"]!["body"]);
        Assert.Equal("Asha Rao", (string?)receiver.All[^1].Body["contacts"]![0]!["profile"]!["name"]);
    }

    [Fact]
    public async Task Customer_writes_on_the_channel_or_as_the_contact_that_is_given()
    {
        var workspace = await server.NewWorkspaceAsync();

        var sms = await ToolRun.RunAsync(workspace, "trigger", "inbound", "--channel", "sms:447700900461", "--from", "+447700900123");
        var known = await ToolRun.RunAsync(workspace, "trigger", "inbound", "--contact", "wa5491155550177_918828218374");

        Assert.Contains(" from sms447700900123_447700900461: ", sms.Out, StringComparison.Ordinal);
        Assert.Contains(" from wa5491155550177_918828218374: ", known.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_the_response_of_the_server()
    {
        var workspace = await server.NewWorkspaceAsync();

        var (code, results, _) = await ToolRun.RunAsync(workspace, "trigger", "inbound", "--button", "Track order", "--json");

        Assert.Equal(ExitCode.Done, code);
        var answer = JsonNode.Parse(results)!;
        Assert.Equal("Track order", (string?)answer["message"]!["text"]!["body"]);
        Assert.Equal("skipped", (string?)answer["push"]!["state"]);
    }

    [Fact]
    public async Task Picture_is_a_sample_a_link_or_an_uploaded_file()
    {
        var workspace = await server.NewWorkspaceAsync();
        var file = Path.Combine(_folder, "lamp.png");
        await File.WriteAllBytesAsync(file, [1, 2, 3], TestWorkspace.Cancelled);

        var sample = JsonNode.Parse((await ToolRun.RunAsync(workspace, "trigger", "inbound", "--json", "--image")).Out)!["message"]!["image"]!;
        var linked = JsonNode.Parse((await ToolRun.RunAsync(workspace, "trigger", "inbound", "--document", "https://x.example/a.pdf", "--json")).Out)!["message"]!["document"]!;
        var uploaded = JsonNode.Parse((await ToolRun.RunAsync(workspace, "trigger", "inbound", "--image", file, "--text", "Broken", "--json")).Out)!["message"]!["image"]!;

        Assert.StartsWith(server.BaseAddress.ToString(), (string?)sample["link"], StringComparison.Ordinal);
        Assert.Equal("https://x.example/a.pdf", (string?)linked["link"]);
        Assert.Equal(("Broken", "image/png"), ((string?)uploaded["caption"], (string?)uploaded["mime_type"]));
        using var client = new HttpClient();
        Assert.Equal([1, 2, 3], await client.GetByteArrayAsync(new Uri((string)uploaded["link"]!), TestWorkspace.Cancelled));
    }

    [Fact]
    public async Task Body_of_a_file_is_checked_by_the_server()
    {
        var workspace = await server.NewWorkspaceAsync();
        var file = Path.Combine(_folder, "message.json");
        await File.WriteAllTextAsync(file, """{"messages":[{"type":"image"},{"text":{"body":"Two"}}]}""", TestWorkspace.Cancelled);

        var (code, results, _) = await ToolRun.RunAsync(workspace, "trigger", "inbound", "--body", file);

        Assert.Equal((ExitCode.Done, 2), (code, results.Trim().Split('\n').Length));
        var refused = await ToolRun.RunAsync(["trigger", "inbound", "--body", "-", "--server", workspace.Server.ToString(), "--key", workspace.Key!], """{"txt":{"body":"Hi"}}""");
        Assert.Equal(ExitCode.Refused, refused.Code);
        Assert.StartsWith("400 ", refused.Error, StringComparison.Ordinal);
        Assert.Contains("txt", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_takes_a_status()
    {
        var workspace = await server.NewWorkspaceAsync();
        var id = await workspace.SendTextAsync();

        var (code, results, _) = await ToolRun.RunAsync(workspace, "trigger", "status", id, "faild", "--error", "131026");

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal($"message {id} to wa919876543210_918828218374 is FAILD", results.Trim());
        Assert.Equal(ExitCode.Refused, (await ToolRun.RunAsync(workspace, "trigger", "status", "000000000000000000000000", "READ")).Code);
    }

    [Fact]
    public async Task Any_json_is_pushed()
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var receiver = await RawListener.StartAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);

        var (code, results, _) = await ToolRun.RunAsync(["trigger", "push", "--body", "-", "--server", workspace.Server.ToString(), "--key", workspace.Key!], """{"type":"new"}""");

        Assert.Equal((ExitCode.Done, """{"type":"new"}"""), (code, receiver.Bodies.Single()));
        Assert.Contains("delivered (200)", results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_json_is_pushed_to_the_app_and_among_the_pushes_of_the_contact()
    {
        var workspace = await server.NewWorkspaceAsync();

        var (code, results, _) = await ToolRun.RunAsync(["trigger", "push", "--app", "second_bot", "--contact", "wa1_1", "--body", "-", "--json", "--server", workspace.Server.ToString(), "--key", workspace.Key!], "{}");

        var push = JsonNode.Parse(results)!;
        Assert.Equal((ExitCode.Done, "61ec7d912ce85742b201c5a1", "wa1_1"), (code, (string?)push["appId"], (string?)push["contactId"]));
    }

    [Fact]
    public async Task Server_that_cannot_be_reached_or_is_no_sandbox_is_named()
    {
        await using var other = await RawListener.StartAsync();

        var unreachable = await ToolRun.RunAsync(["wait", "idle", "--key", "k", "--server", "http://127.0.0.1:1"]);
        var strange = await ToolRun.RunAsync(["wait", "idle", "--key", "k", "--server", other.Url]);

        Assert.Equal((ExitCode.NotReachable, ExitCode.NotReachable), (unreachable.Code, strange.Code));
        Assert.StartsWith("Connection refused (127.0.0.1:1). Is --server right", unreachable.Error, StringComparison.Ordinal);
        Assert.StartsWith("The response is not one of a sandbox.", strange.Error, StringComparison.Ordinal);
    }
}
