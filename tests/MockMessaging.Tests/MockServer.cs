using System.Globalization;
using Xunit;

[assembly: AssemblyFixture(typeof(MockMessaging.Tests.MockServer))]

namespace MockMessaging.Tests;

/// <summary>One server for the whole run; each test opens a workspace of its own in it, so tests cannot see each other.</summary>
public sealed class MockServer : IAsyncLifetime
{
    private static int _workspaces;
    private InProcessServer? _server;

    public Uri BaseAddress => _server!.BaseAddress;

    public async ValueTask InitializeAsync() => _server = await InProcessServer.StartAsync();

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    /// <summary>A workspace nobody has used, its clock standing still.</summary>
    public async Task<TestWorkspace> NewWorkspaceAsync()
    {
        var workspace = new TestWorkspace(BaseAddress, NewKey());
        await workspace.FreezeAsync();
        return workspace;
    }

    /// <summary>A workspace nobody has used, which holds the example conversations as that of the key <c>demo</c> does.</summary>
    public async Task<TestWorkspace> NewWorkspaceWithExamplesAsync()
    {
        var workspace = new TestWorkspace(BaseAddress, NewKey());
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/import", $$"""
            {"format":"mock-messaging-workspace","version":1,"archivedAt":"2026-01-05T10:00:00Z","seed":{{_workspaces}},"examples":true,"records":[]}
            """)).Ok();
        await workspace.FreezeAsync();
        return workspace;
    }

    /// <summary>A server of its own, with settings by name.</summary>
    internal static Task<InProcessServer> StartAsync(params (string Name, string Value)[] settings) => InProcessServer.StartAsync(
        options =>
        {
            foreach (var (name, value) in settings)
            {
                options.Settings[name] = value;
            }
        },
        TestWorkspace.Cancelled);

    public static string NewKey() => "test-" + Interlocked.Increment(ref _workspaces).ToString(CultureInfo.InvariantCulture);
}
