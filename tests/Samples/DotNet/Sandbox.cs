using MockMessaging;
using MockMessaging.Client;
using Xunit;

namespace Sample.Tests;

/// <summary>One sandbox for the whole run.</summary>
public sealed class Sandbox : IAsyncLifetime
{
    private MockMessagingServer? _server;

    public async ValueTask InitializeAsync() => _server = await MockMessagingServer.StartAsync(options => options.Delivery.SentDelayMilliseconds = 10);

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    /// <summary>A workspace nobody has used, its clock standing still.</summary>
    public async Task<SandboxWorkspace> NewWorkspaceAsync()
    {
        var workspace = await _server!.CreateWorkspaceAsync();
        await workspace.Clock.FreezeAsync();
        return workspace;
    }
}
