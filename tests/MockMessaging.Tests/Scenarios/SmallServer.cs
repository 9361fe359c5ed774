using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>A server of its own that has small limits. A fresh workspace holds two messages of one contact.</summary>
public abstract class SmallServer : IAsyncLifetime
{
    protected const int Messages = 6;
    protected const int Contacts = 4;
    protected const int Records = 3;
    protected const int Statuses = 2;

    private protected InProcessServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await MockServer.StartAsync(
        ("Limits:MaxMessages", $"{Messages}"),
        ("Limits:MaxContacts", $"{Contacts}"),
        ("Limits:MaxRecords", $"{Records}"),
        ("Limits:StatusesKept", $"{Statuses}"),
        ("Limits:RulesKept", "2"),
        ("Limits:MaxWorkspaces", "3"),
        ("Limits:SnapshotBytes", "5000"));

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static void Refuses(JsonNode? reason, params string[] words) =>
        Assert.All(words, word => Assert.Contains(word, (string?)reason, StringComparison.Ordinal));

    protected static async Task FillAsync(TestWorkspace workspace, int held = 0, int upTo = Messages)
    {
        for (; held < upTo; held++)
        {
            await workspace.SendTextAsync();
        }
    }

    protected async Task<TestWorkspace> OpenAsync(string key)
    {
        var workspace = new TestWorkspace(Server.BaseAddress, key);
        await workspace.FreezeAsync();
        return workspace;
    }
}
