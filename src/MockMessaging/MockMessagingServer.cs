using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using MockMessaging.Authentication;
using MockMessaging.Client;
using MockMessaging.Control;
using MockMessaging.Workspaces;

namespace MockMessaging;

/// <summary>
/// The sandbox inside a .NET process: a real server that stops when it is disposed of. It is a workspace itself, the one it starts with;
/// <see cref="CreateWorkspaceAsync"/> opens more, which cannot see each other.
/// </summary>
public sealed class MockMessagingServer : SandboxWorkspace, IAsyncDisposable
{
    /// <summary>The key of the workspace it is itself, where any key is let in.</summary>
    private const string DefaultKey = "default";

    private readonly WebApplication _app;
    private int _created;

    private MockMessagingServer(WebApplication app, Uri baseAddress, string key)
        : base(baseAddress, key, app.Services.GetRequiredService<ControlOptions>().Token)
    {
        _app = app;
    }

    /// <summary>The rooms inside, for tests of their own.</summary>
    internal IServiceProvider Services => _app.Services;

    /// <summary>Starts a server. It pays no heed to settings files and environment variables, which are meant for whoever hosts it.</summary>
    /// <param name="configure">Changes what shall not be as usual.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="OptionsValidationException">Settings are wrong; the message names each of them.</exception>
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

    /// <summary>A fresh workspace under a key nobody has used. Where <c>Auth:Keys</c> restricts the keys, it is the next of them that is free.</summary>
    /// <exception cref="InvalidOperationException">All keys that are let in are in use.</exception>
    public async Task<SandboxWorkspace> CreateWorkspaceAsync()
    {
        var directory = Services.GetRequiredService<WorkspaceDirectory>();
        var allowed = Services.GetRequiredService<TenantGate>().AllKeys;
        foreach (var key in allowed.Count > 0 ? allowed.Skip(1) : MadeUpKeys())
        {
            if (await directory.CreateAsync(key).ConfigureAwait(false) is { } created)
            {
                created.Uses.End();
                return new SandboxWorkspace(BaseAddress, key, Services.GetRequiredService<ControlOptions>().Token);
            }
        }

        throw new InvalidOperationException($"Each of the {allowed.Count} keys of Auth:Keys and its tenants is in use; add one for each workspace, or none to let in every key.");
    }

    /// <summary>Stops it; what it keeps in a file is on disk when this ends.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Counted, so that a test that runs alone finds the same ids and people each time.</summary>
    private IEnumerable<string> MadeUpKeys()
    {
        while (true)
        {
            yield return "workspace-" + Interlocked.Increment(ref _created).ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Servers that listen on every address are called at this machine's own.</summary>
    private static Uri Reachable(string address) => new(address
        .Replace("://[::]", "://localhost", StringComparison.Ordinal)
        .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal));
}
