using System.Text.Json.Nodes;
using MockMessaging.Tool;
using Xunit;

namespace MockMessaging.Tests.Tool;

public sealed class WaitTests(MockServer server)
{
    [Fact]
    public async Task What_has_happened_ends_the_wait()
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        var id = await workspace.SendTextAsync();
        await using var waiting = ToolRun.Start(workspace.Server, workspace.Key!, "wait", "status", id, "DLVRD", "--timeout", "1m");
        await workspace.AdvanceAsync();

        Assert.Equal(ExitCode.Done, await waiting.Ended);
        Assert.StartsWith($"message {id} to wa919876543210_918828218374 has been DLVRD; now ", waiting.Out, StringComparison.Ordinal);
        var push = await ToolRun.RunAsync(workspace, "wait", "push", "READ", "--message", id, "--json");
        Assert.Equal((ExitCode.Done, "READ"), (push.Code, (string?)JsonNode.Parse(push.Out)!["subject"]));
        Assert.Equal((ExitCode.Done, "nothing is pending"), ((await ToolRun.RunAsync(workspace, "wait", "idle")).Code, (await ToolRun.RunAsync(workspace, "wait", "idle")).Out.Trim()));
    }

    [Fact]
    public async Task Json_is_the_response_of_the_server()
    {
        var workspace = await server.NewWorkspaceAsync();
        var id = await workspace.SendTextAsync();

        var forced = await ToolRun.RunAsync(workspace, "trigger", "status", id, "READ", "--json");
        var waited = await ToolRun.RunAsync(workspace, "wait", "status", id, "READ", "--json");
        await workspace.AdvanceAsync();
        var idle = await ToolRun.RunAsync(workspace, "wait", "idle", "--json");

        Assert.All([forced, waited], run => Assert.Equal((id, "READ"), ((string?)JsonNode.Parse(run.Out)!["id"], (string?)JsonNode.Parse(run.Out)!["status"])));
        Assert.Equal("""{"idle":true}""", idle.Out.Trim());
    }

    [Theory]
    [InlineData("--message")]
    [InlineData("--contact")]
    public async Task Push_about_something_else_does_not_end_the_wait(string option)
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync();
        var other = await workspace.SendTextAsync("+15550100");

        var (code, _, _) = await ToolRun.RunAsync(workspace, "wait", "push", "READ", option, option == "--message" ? other : "wa15550100_918828218374", "--timeout", "1ms");

        Assert.Equal(ExitCode.Refused, code);
    }

    [Fact]
    public async Task What_is_pending_is_listed_when_the_time_is_up()
    {
        var workspace = await server.NewWorkspaceAsync();
        var id = await workspace.SendTextAsync();

        var (code, results, error) = await ToolRun.RunAsync(workspace, "wait", "status", id, "READ", "--timeout", "1ms");

        Assert.Equal((ExitCode.Refused, ""), (code, results));
        Assert.Contains("The clock is frozen", error, StringComparison.Ordinal);
        Assert.Contains($"  pending: status READ of message {id} due 2026-01-05 10:00:", error, StringComparison.Ordinal);
    }
}
