using Xunit;

namespace MockMessaging.Tests.Contract;

/// <summary>One running server whose documents many tests look into.</summary>
public sealed class OpenApiServer : IAsyncLifetime
{
    private InProcessServer? _server;

    /// <summary>A client of that server.</summary>
    public HttpClient Client { get; } = new();

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _server = await MockServer.StartAsync();
        Client.BaseAddress = _server.BaseAddress;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
