using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using MockMessaging.Client;

namespace MockMessaging;

/// <summary>
/// A server inside a .NET process; it stops when it is disposed. Its libraries are loaded apart from those of the process, so that an app under test keeps
/// its own versions of them.
/// </summary>
public sealed class MockMessagingServer : IAsyncDisposable
{
    private readonly string? _controlToken;
    private readonly Func<Task<string>> _createWorkspace;
    private readonly Func<ValueTask> _stop;

    private MockMessagingServer(Uri address, string key, string? controlToken, X509Certificate2? certificate, Func<Task<string>> createWorkspace, Func<ValueTask> stop)
    {
        BaseAddress = address;
        Workspace = new SandboxWorkspace(address, key, controlToken, certificate);
        Certificate = certificate;
        _controlToken = controlToken;
        _createWorkspace = createWorkspace;
        _stop = stop;
    }

    /// <summary>URL of the server.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The certificate that the server has made for itself, without its private key; null unless <c>Https.SelfSigned</c> is true.</summary>
    public X509Certificate2? Certificate { get; }

    /// <summary>The first workspace. <see cref="CreateWorkspaceAsync"/> opens more, which cannot see each other's data.</summary>
    public SandboxWorkspace Workspace { get; }

    /// <summary>Starts a server. It ignores settings files and environment variables, because they belong to the host process.</summary>
    /// <param name="configure">Changes the default options.</param>
    /// <exception cref="OptionsValidationException">Settings are wrong; the message lists all of them.</exception>
    /// <exception cref="IOException">The port or the data file cannot be used; the message says why and what to do.</exception>
    public static async Task<MockMessagingServer> StartAsync(Action<MockMessagingServerOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        var options = new MockMessagingServerOptions();
        configure?.Invoke(options);

        // Not on the caller's thread: the first call loads and compiles the server.
        var (address, key, controlToken, certificate, createWorkspace, stop) =
            await Task.Run(() => ServerContext.Start(options.ToSettings(), options.Loggers, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new MockMessagingServer(address, key, controlToken, certificate, createWorkspace, stop);
    }

    /// <summary>Opens a new workspace under an unused key; if <c>Auth:Keys</c> is set, under the next unused one of them.</summary>
    /// <exception cref="InvalidOperationException">All accepted keys are in use.</exception>
    public async Task<SandboxWorkspace> CreateWorkspaceAsync(CancellationToken cancellationToken = default) =>
        new(BaseAddress, await _createWorkspace().WaitAsync(cancellationToken).ConfigureAwait(false), _controlToken, Certificate);

    /// <summary>Stops the server. When it completes, everything is in the data file, if there is one.</summary>
    public ValueTask DisposeAsync() => _stop();
}
