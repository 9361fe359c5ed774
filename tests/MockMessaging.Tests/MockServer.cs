using System.Globalization;
using Xunit;

[assembly: AssemblyFixture(typeof(MockMessaging.Tests.MockServer))]

namespace MockMessaging.Tests;

/// <summary>
/// One server for the whole run; each test opens a workspace of its own in it, so tests cannot see each other.
/// It runs in this process. If MOCKMESSAGING_TEST_ADDRESS names the address of another one, such as the load balancer of a cluster, the tests use that,
/// and those that need a server with settings of their own are skipped.
/// </summary>
public sealed class MockServer : IAsyncLifetime
{
    /// <summary>The given server may still have the workspaces of an earlier run.</summary>
    private static readonly string KeyPrefix = TestWorkspace.GivenServer is null ? "test-" : $"test-{Environment.ProcessId}-{Environment.TickCount64}-";

    private static int _workspaces;
    private InProcessServer? _server;

    public Uri BaseAddress => TestWorkspace.GivenServer ?? _server!.BaseAddress;

    public async ValueTask InitializeAsync()
    {
        if (TestWorkspace.GivenServer is null)
        {
            _server = await InProcessServer.StartAsync();
        }
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

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
    internal static Task<InProcessServer> StartAsync(params (string Name, string Value)[] settings) => StartAsync(
        options =>
        {
            foreach (var (name, value) in settings)
            {
                options.Settings[name] = value;
            }
        },
        TestWorkspace.Cancelled);

    /// <summary>A server of its own. Skips the test if the tests run against a given one.</summary>
    internal static Task<InProcessServer> StartAsync(Action<MockMessagingServerOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        Assert.SkipUnless(TestWorkspace.GivenServer is null, "Needs a server of its own, in this process.");
        return InProcessServer.StartAsync(configure, cancellationToken);
    }

    public static string NewKey() => KeyPrefix + Interlocked.Increment(ref _workspaces).ToString(CultureInfo.InvariantCulture);
}
