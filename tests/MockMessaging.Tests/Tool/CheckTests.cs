using System.Text.Json.Nodes;
using MockMessaging.Tool;
using Xunit;

namespace MockMessaging.Tests.Tool;

public sealed class CheckTests(MockServer server)
{
    [Fact]
    public async Task Sandbox_that_works_has_only_good_news()
    {
        var workspace = new TestWorkspace(server.BaseAddress, MockServer.NewKey());
        await using var receiver = await RawListener.StartAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);

        var (code, results, error) = await ToolRun.RunAsync(workspace, "check");

        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.Matches(
            $"^ok     server    {workspace.Server}, version [^ ]+, stores in memory\r?\nok     key       {workspace.Key} is accepted; 0 messages of 0 contacts\r?\n"
            + $"ok     webhook   {receiver.Url} accepted a push in [0-9]+ ms\r?\nok     clock     real, [0-9 :.-]+\r?\n$",
            results);
    }

    [Fact]
    public async Task What_waits_and_why_is_listed()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync("http://127.0.0.1:1");
        var id = await workspace.SendTextAsync();
        await workspace.PostAsync("/_sandbox/faults", JsonNode.Parse("""{"name":"spent","effect":{"status":503}}""")!);
        (await workspace.GetAsync("/api/v1/config/channels")).Is(System.Net.HttpStatusCode.ServiceUnavailable);
        await workspace.PostAsync("/_sandbox/faults", JsonNode.Parse("""{"name":"slow","target":{"path":"/api/v1/config/*"},"trigger":{"next":2},"effect":{"status":503}}""")!);

        var (code, results, _) = await ToolRun.RunAsync(workspace, "check");

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("wrong  webhook   http://127.0.0.1:1", results, StringComparison.Ordinal);
        Assert.Contains("note   clock     frozen, 2026-01-05 10:00:00.000; ", results, StringComparison.Ordinal);
        Assert.Contains($"status SENT of message {id}", results, StringComparison.Ordinal);
        Assert.Contains("note   fault     slow hits api, 2 more; so far 0 of 0.", results, StringComparison.Ordinal);
        Assert.DoesNotContain("spent", results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_webhook_is_a_note_with_what_to_do()
    {
        var workspace = await server.NewWorkspaceAsync();

        var (code, results, _) = await ToolRun.RunAsync(workspace, "check", "--json");

        var report = JsonNode.Parse(results)!;
        Assert.Equal((ExitCode.Done, true), (code, (bool)report["ok"]!));
        Assert.Contains(report["findings"]!.AsArray(), finding => (string)finding!["what"]! == "webhook" && (string)finding["level"]! == "note" && ((string)finding["text"]!).Contains("listen --forward", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wrong_key_is_wrong()
    {
        await using var closed = await MockServer.StartAsync(("Auth:Keys:0", "right-key"));

        var (code, results, _) = await ToolRun.RunAsync(["check", "--key", "wrong-key", "--server", closed.BaseAddress.ToString()]);

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("wrong  key       not accepted: ", results, StringComparison.Ordinal);
    }
}
