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

/// <summary>
/// A server inside a .NET process; it stops when it is disposed. It is also its first workspace. <see cref="CreateWorkspaceAsync"/> opens more workspaces,
/// which cannot see each other's data.
/// </summary>
public sealed class MockMessagingServer : SandboxWorkspace, IAsyncDisposable
{
    /// <summary>The key of the first workspace, if every key is accepted.</summary>
    private const string DefaultKey = "default";

    private readonly WebApplication _app;
    private int _created;

    private MockMessagingServer(WebApplication app, Uri baseAddress, string key)
        : base(baseAddress, key, app.Services.GetRequiredService<ControlOptions>().Token, CertificateOf(app))
    {
        _app = app;
        Certificate = CertificateOf(app);
    }

    /// <summary>The certificate that the server has made for itself, without its private key; null unless <c>Https.SelfSigned</c> is true.</summary>
    public X509Certificate2? Certificate { get; }

    /// <summary>For tests of this product.</summary>
    internal IServiceProvider Services => _app.Services;

    /// <summary>Starts a server. It ignores settings files and environment variables, because they belong to the host process.</summary>
    /// <param name="configure">Changes the default options.</param>
    /// <exception cref="OptionsValidationException">Settings are wrong; the message lists all of them.</exception>
    /// <exception cref="IOException">The port or the data file cannot be used; the message says why and what to do.</exception>
    public static async Task<MockMessagingServer> StartAsync(Action<MockMessagingServerOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        var options = new MockMessagingServerOptions();
        configure?.Invoke(options);
        if (options.Settings.Keys.Select(SettingNames.ProblemWith).OfType<string>().ToList() is { Count: > 0 } problems)
        {
            throw new OptionsValidationException("", typeof(MockMessagingServerOptions), problems);
        }

        var app = ServerHost.InProcess(options);
        try
        {
            await ServerHost.PrepareAsync(app).ConfigureAwait(false);
            await ServerHost.WatchRestoreAsync(app, () => app.StartAsync(cancellationToken)).ConfigureAwait(false);
            await app.Services.GetRequiredService<WorkspaceDirectory>().Restored.ConfigureAwait(false);
            var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
            var key = app.Services.GetRequiredService<TenantGate>().AllKeys.FirstOrDefault() ?? DefaultKey;
            return new MockMessagingServer(app, Reachable(address), key);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Opens a new workspace under an unused key; if <c>Auth:Keys</c> is set, under the next unused one of them.</summary>
    /// <exception cref="InvalidOperationException">All accepted keys are in use.</exception>
    public async Task<SandboxWorkspace> CreateWorkspaceAsync()
    {
        var directory = Services.GetRequiredService<WorkspaceDirectory>();
        var allowed = Services.GetRequiredService<TenantGate>().AllKeys;
        foreach (var key in allowed.Count > 0 ? allowed.Skip(1) : MadeUpKeys())
        {
            if (await directory.CreateAsync(key).ConfigureAwait(false) is { } created)
            {
                created.Uses.End();
                return new SandboxWorkspace(BaseAddress, key, Services.GetRequiredService<ControlOptions>().Token, Certificate);
            }
        }

        throw new InvalidOperationException($"All {allowed.Count} keys of Auth:Keys and its tenants are in use; add a key for each workspace, or remove all keys to accept every key.");
    }

    /// <summary>Stops the server. When it completes, everything is in the data file, if there is one.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
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
