using DotNet.Testcontainers.Containers;
using MockMessaging.Client;

namespace MockMessaging.Testcontainers;

/// <summary>A container with the server in it.</summary>
public sealed class MockMessagingContainer : DockerContainer
{
    private readonly string? _controlToken;

    /// <param name="configuration">Comes from <see cref="MockMessagingBuilder"/>.</param>
    public MockMessagingContainer(MockMessagingConfiguration configuration)
        : base(configuration) =>
        _controlToken = configuration.ControlToken;

    /// <summary>URL of the server for this process; known once the container runs.</summary>
    public Uri GetBaseAddress() => new UriBuilder(Uri.UriSchemeHttp, Hostname, GetMappedPublicPort(MockMessagingBuilder.HttpPort)).Uri;

    /// <summary>A workspace of the server. The server creates it when the first request comes.</summary>
    /// <param name="key">Its API key. Default: a new random one.</param>
    public SandboxWorkspace CreateWorkspace(string? key = null) => new(GetBaseAddress(), key ?? Guid.NewGuid().ToString("N"), _controlToken);

    /// <summary>
    /// URL under which the server reaches a port of this machine. <c>TestcontainersSettings.ExposeHostPortsAsync</c> must have exposed the port before the
    /// builder was made.
    /// </summary>
    /// <param name="path">Path of a webhook, such as <c>/webhook</c>.</param>
    public static Uri GetHostAddress(ushort port, string path = "/") => new UriBuilder(Uri.UriSchemeHttp, "host.testcontainers.internal", port, path).Uri;
}
