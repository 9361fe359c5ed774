using System.Text.Json.Nodes;
using MockMessaging.Tool;
using Xunit;

namespace MockMessaging.Tests.Tool;

public sealed class TailTests(MockServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Events_become_lines()
    {
        var workspace = await server.NewWorkspaceAsync();
        await using var tail = ToolRun.Start(workspace.Server, workspace.Key!, "tail");
        Assert.StartsWith($"Follows {workspace.Key} at {workspace.Server}, version ", await tail.NoteAsync(), StringComparison.Ordinal);
        var id = await workspace.SendTextAsync(body: "Hello\nthere");
        await workspace.AdvanceAsync("PT0.1S");

        // The request may come before what it caused.
        var lines = await tail.UntilAllAsync("  sent ", "  request ", "  clock ");
        Assert.Equal($"2026-01-05 10:00:00.000  sent      wa919876543210_918828218374 text \"Hello there\" message {id}", lines[0]);
        Assert.StartsWith("2026-01-05 10:00:00.000  request   POST /api/v1/message/send 200 ", lines[1], StringComparison.Ordinal);
        Assert.Equal("2026-01-05 10:00:00.100  clock     frozen 2026-01-05 10:00:00.100", lines[2]);
        Assert.Equal(ExitCode.Done, await tail.StopAsync());
    }

    [Fact]
    public async Task Only_the_wanted_kinds_and_as_many_as_wanted()
    {
        var workspace = await server.NewWorkspaceAsync();
        var id = await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        var (code, results, _) = await ToolRun.RunAsync(workspace, "tail", "--after", "0", "--kind", "status", "--count", "2", "--json");

        var events = results.Trim().Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(ExitCode.Done, code);
        Assert.Equal([("status", "SENT", id), ("status", "DLVRD", id)], events.Select(happened => ((string)happened["kind"]!, (string)happened["status"]!, (string)happened["messageId"]!)));
        Assert.All(events, happened => Assert.Matches("^[0-9]+-[0-9]+-[0-9a-f]+$", (string)happened["id"]!));
    }

    [Fact]
    public async Task Restart_of_the_server_leaves_nothing_out()
    {
        (string, string)[] settings = [("Storage:Path", Path.Combine(_folder, "data.db")), ("urls", FreePorts.TakeUrl())];
        ToolRun tail;
        await using (var first = await MockServer.StartAsync(settings))
        {
            tail = ToolRun.Start(first.BaseAddress, "mine", "tail", "--kind", "inbound");
            await tail.NoteAsync();
            await new TestWorkspace(first.BaseAddress, "mine").CustomerWritesAsync();
            Assert.Contains("\"Hi\"", await tail.NextAsync(), StringComparison.Ordinal);
        }

        await using (tail)
        {
            Assert.StartsWith("The sandbox has stopped", await tail.NoteAsync(), StringComparison.Ordinal);
            await tail.PauseAsync();
            await using var second = await MockServer.StartAsync(settings);
            await new TestWorkspace(second.BaseAddress, "mine").CustomerWritesAsync(JsonNode.Parse("""{"text":{"body":"Back"}}"""));
            tail.GoOn();

            Assert.Contains("\"Back\"", await tail.NextAsync(), StringComparison.Ordinal);
        }
    }
}
