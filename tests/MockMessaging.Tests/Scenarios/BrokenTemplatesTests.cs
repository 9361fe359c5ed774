using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class BrokenTemplatesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    [Fact]
    public async Task Template_of_the_users_own_that_cannot_be_filled_ends_in_SENT_EXC_with_the_reason()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "templates.json"),
            """[{"id":"65e0aa000000000000000001","name":"broken","code":"BROKEN","lang":"en","template":"Hi {{#if data.x}} there"}]""",
            TestWorkspace.Cancelled);
        await using var server = await MockMessagingServer.StartAsync(new Dictionary<string, string?> { ["Seeding:Path"] = _folder }, TestWorkspace.Cancelled);
        var workspace = new TestWorkspace(server.BaseAddress, "broken");
        await workspace.FreezeAsync();
        var message = TestWorkspace.Text();
        message["type"] = "template";
        message["template"] = new JsonObject { ["code"] = "BROKEN" };

        var id = await workspace.SendAsync(message);
        await workspace.AdvanceAsync();

        var row = await workspace.MessageAsync(id);
        Assert.Equal("SENT_EXC", (string?)row["status"]);
        Assert.StartsWith("Template cannot be filled: BROKEN", (string?)row["logs"]![0], StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
