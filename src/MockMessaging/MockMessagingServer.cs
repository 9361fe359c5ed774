using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using MockMessaging.Storage;
using MockMessaging.Workspaces;

namespace MockMessaging;

/// <summary>The sandbox inside a .NET process: a real server on a free port of the loopback address.</summary>
public sealed class MockMessagingServer : IAsyncDisposable
{
    private const string DefaultUrl = "http://localhost:8080";

    private static readonly string[] AddressSettings = ["urls", "http_ports", "https_ports"];

    private readonly WebApplication _app;

    private MockMessagingServer(WebApplication app, Uri baseAddress)
    {
        _app = app;
        BaseAddress = baseAddress;
    }

    /// <summary>The rooms inside, for tests of their own.</summary>
    internal IServiceProvider Services => _app.Services;

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Starts a server. Without settings it keeps its state in memory and listens on a free port.</summary>
    /// <param name="settings">Settings as in appsettings.json, such as <c>Delivery:ReadDelayMilliseconds</c>.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is out of range.</exception>
    /// <exception cref="IOException">The data file cannot be used; the message says why and what to do.</exception>
    public static async Task<MockMessagingServer> StartAsync(
        IReadOnlyDictionary<string, string?>? settings = null, CancellationToken cancellationToken = default)
    {
        var builder = CreateBuilder([]);

        // The settings file and the environment of whoever hosts the sandbox are not meant for it.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Storage:Path"] = StorageOptions.InMemory,
            ["Logging:LogLevel:Default"] = "Warning",
        });
        builder.Configuration.AddInMemoryCollection(settings);
        var app = builder.Build();
        try
        {
            await PrepareAsync(app).ConfigureAwait(false);
            await WatchRestoreAsync(app, () => app.StartAsync(cancellationToken)).ConfigureAwait(false);
            await app.Services.GetRequiredService<WorkspaceDirectory>().Restored.ConfigureAwait(false);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        return new MockMessagingServer(app, new Uri(address));
    }

    /// <summary>Stops it; what it keeps in a file is on disk when this ends.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Checks everything that could keep the server from working, before it listens.</summary>
    internal static async Task PrepareAsync(WebApplication app)
    {
        CheckedOptions.CheckAll(app.Services);
        var opened = app.Services.GetRequiredService<IDocumentStore>().Opened;
        app.UseMockMessaging();
        app.AnnounceStart();
        await opened.ConfigureAwait(false);
    }

    /// <summary>Runs a server, and throws what kept its data file from being read back, which ends it.</summary>
    internal static async Task WatchRestoreAsync(WebApplication app, Func<Task> run)
    {
        var restored = app.Services.GetRequiredService<WorkspaceDirectory>().Restored;
        await run().ConfigureAwait(false);
        if (restored.IsFaulted)
        {
            await restored.ConfigureAwait(false);
        }
    }

    internal static WebApplicationBuilder CreateBuilder(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = arguments,
            ContentRootPath = AppContext.BaseDirectory,

            // Controllers are looked for in the assembly of this name, which is not the entry assembly when a test hosts the server.
            ApplicationName = typeof(MockMessagingServer).Assembly.GetName().Name,
        });
        if (AddressSettings.All(name => string.IsNullOrEmpty(builder.Configuration[name])))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.Services.AddMockMessaging();
        return builder;
    }
}
