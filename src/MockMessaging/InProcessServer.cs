using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using MockMessaging.Authentication;
using MockMessaging.Client;
using MockMessaging.Control;
using MockMessaging.Http;
using MockMessaging.Workspaces;

namespace MockMessaging;

/// <summary>A server inside another process, for <c>MockMessagingServer</c> of the package and for tests of this product.</summary>
internal sealed class InProcessServer : IAsyncDisposable
{
    /// <summary>The key of the first workspace, if every key is accepted.</summary>
    private const string DefaultKey = "default";

    private readonly WebApplication _app;
    private readonly string? _controlToken;
    private int _created;

    private InProcessServer(WebApplication app, Uri baseAddress, string key)
    {
        _app = app;
        _controlToken = app.Services.GetRequiredService<ControlOptions>().Token;
        BaseAddress = baseAddress;
        Certificate = CertificateOf(app);
        Workspace = new SandboxWorkspace(baseAddress, key, _controlToken, Certificate);
    }

    public IServiceProvider Services => _app.Services;

    public Uri BaseAddress { get; }

    public SandboxWorkspace Workspace { get; }

    /// <summary>The certificate that the server has made for itself, without its private key; null unless <c>Https.SelfSigned</c> is true.</summary>
    public X509Certificate2? Certificate { get; }

    /// <summary>The package calls it from another load context, so it has types of the framework only.</summary>
    public static async Task<(Uri Address, string Key, string? ControlToken, X509Certificate2? Certificate, Func<Task<string>> CreateWorkspace, Func<ValueTask> Stop)> OpenAsync(
        IReadOnlyDictionary<string, string?> settings, IEnumerable<ILoggerProvider> loggers, CancellationToken cancelled)
    {
        var server = await StartAsync(settings, loggers, cancelled).ConfigureAwait(false);
        return (server.BaseAddress, server.Workspace.Key, server._controlToken, server.Certificate, server.CreateKeyAsync, server.DisposeAsync);
    }

    public static Task<InProcessServer> StartAsync(Action<MockMessagingServerOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        var options = new MockMessagingServerOptions();
        configure?.Invoke(options);
        return StartAsync(options.ToSettings(), options.Loggers, cancellationToken);
    }

    public async Task<SandboxWorkspace> CreateWorkspaceAsync() => new(BaseAddress, await CreateKeyAsync().ConfigureAwait(false), _controlToken, Certificate);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<InProcessServer> StartAsync(IReadOnlyDictionary<string, string?> settings, IEnumerable<ILoggerProvider> loggers, CancellationToken cancelled)
    {
        if (settings.Keys.Select(SettingNames.ProblemWith).OfType<string>().ToList() is { Count: > 0 } problems)
        {
            throw new OptionsValidationException("", typeof(MockMessagingServerOptions), problems);
        }

        var app = ServerHost.InProcess(settings, loggers);
        try
        {
            await ServerHost.PrepareAsync(app).ConfigureAwait(false);
            await ServerHost.WatchRestoreAsync(app, () => app.StartAsync(cancelled)).ConfigureAwait(false);
            await app.Services.GetRequiredService<WorkspaceDirectory>().Restored.ConfigureAwait(false);
            var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
            var key = app.Services.GetRequiredService<TenantGate>().AllKeys.FirstOrDefault() ?? DefaultKey;
            return new InProcessServer(app, Reachable(address), key);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Opens a workspace under an unused key.</summary>
    private async Task<string> CreateKeyAsync()
    {
        var directory = Services.GetRequiredService<WorkspaceDirectory>();
        var allowed = Services.GetRequiredService<TenantGate>().AllKeys;
        foreach (var key in allowed.Count > 0 ? allowed.Skip(1) : MadeUpKeys())
        {
            if (await directory.CreateAsync(key).ConfigureAwait(false) is { } created)
            {
                created.Uses.End();
                return key;
            }
        }

        throw new InvalidOperationException($"All {allowed.Count} keys of Auth:Keys and its tenants are in use; add a key for each workspace, or remove all keys to accept every key.");
    }

    /// <summary>Numbered, so that the same test gets the same key, and so the same ids and people, each time.</summary>
    private IEnumerable<string> MadeUpKeys()
    {
        while (true)
        {
            yield return "workspace-" + Interlocked.Increment(ref _created).ToString(CultureInfo.InvariantCulture);
        }
    }

    private static X509Certificate2? CertificateOf(WebApplication app) => app.Services.GetRequiredService<HttpsOptions>().SelfSigned
        ? X509CertificateLoader.LoadCertificate(app.Services.GetRequiredService<SelfSignedCertificate>().Certificate.RawData)
        : null;

    /// <summary>Replaces the address that stands for every address.</summary>
    private static Uri Reachable(string address) => new(address
        .Replace("://[::]", "://localhost", StringComparison.Ordinal)
        .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal));
}
