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
