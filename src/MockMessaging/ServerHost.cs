using Microsoft.AspNetCore.HostFiltering;
using MockMessaging.Health;
using MockMessaging.Http;
using MockMessaging.Storage;
using MockMessaging.Workspaces;

namespace MockMessaging;

/// <summary>Builds and starts the web application, standalone or inside another process.</summary>
internal static class ServerHost
{
    private const string DefaultUrl = "http://localhost:8080";

    private const string DefaultHttpsUrl = "https://localhost:8443";

    private static readonly string[] AddressSettings = ["urls", "http_ports", "https_ports"];

    /// <summary>Standalone, with settings from arguments, environment and appsettings.json, in this order of priority.</summary>
    /// <param name="arguments">Settings in the form <c>--Name=value</c>.</param>
    /// <param name="extend">Adds to the server before it is built.</param>
    public static WebApplication OfItsOwn(string[] arguments, Action<WebApplicationBuilder> extend)
    {
        // Settings are read only once.
        var builder = WebApplication.CreateSlimBuilder(Named(["--hostBuilder:reloadConfigOnChange=false", .. arguments]));
        builder.WebHost.UseKestrelHttpsConfiguration();
        if (AddressSettings.All(name => string.IsNullOrEmpty(builder.Configuration[name])))
        {
            builder.WebHost.UseUrls(HttpsOptions.Wants(builder.Configuration) ? [DefaultUrl, DefaultHttpsUrl] : [DefaultUrl]);
        }

        // Command prints a failed start in one line.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.AddMockMessaging();
        builder.Services.AddCheck(static provider => SettingSpelling.Problems(provider.GetRequiredService<IConfiguration>(), SettingSpelling.Variables()));

        // HostGate checks AllowedHosts instead, with the same error bodies as everything else.
        builder.Services.Configure<HostFilteringOptions>(static hosts => hosts.AllowedHosts = ["*"]);
        extend(builder);
        return builder.Build();
    }

    /// <summary>Inside another process, with these settings only.</summary>
    public static WebApplication InProcess(IReadOnlyDictionary<string, string?> settings, IEnumerable<ILoggerProvider> loggers)
    {
        var builder = WebApplication.CreateEmptyBuilder(Named([]));
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseKestrelCore();
        if (ListenAddresses.IncludeHttps(builder.Configuration))
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
            builder.WebHost.ConfigureKestrel(static (context, kestrel) => kestrel.Configure(context.Configuration.GetSection("Kestrel")));
        }

        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        foreach (var logger in loggers)
        {
            builder.Logging.AddProvider(logger);
        }

        builder.Services.AddMockMessaging();
        return builder.Build();
    }

    /// <summary>Checks settings and data file before the server listens.</summary>
    /// <param name="warmUp">Runs beside the rest once the settings are known to be right.</param>
    public static async Task PrepareAsync(WebApplication app, Action? warmUp = null)
    {
        // In parallel, to save time. A start that wrong settings end leaves no data file behind.
        var opened = Task.Run(() =>
        {
            CheckedOptions.CheckAll(app.Services);
            var opening = app.Services.GetRequiredService<IStoreStatus>().Opened;
            _ = warmUp is null ? null : Task.Run(warmUp);
            app.Services.ConnectGauges();
            return opening;
        });
        try
        {
            app.UseMockMessaging();
        }
        catch (Exception)
        {
            // Reports wrong settings, all together, rather than this exception.
            await opened.ConfigureAwait(false);
            throw;
        }

        app.AnnounceStart();
        await opened.ConfigureAwait(false);
    }

    /// <summary>Runs a server; if its data file cannot be read, the server stops and this throws the reason.</summary>
    public static async Task WatchRestoreAsync(WebApplication app, Func<Task> run)
    {
        var restored = app.Services.GetRequiredService<WorkspaceDirectory>().Restored;

        // Read now: after a failed start the application may be disposed.
        var addresses = AddressesOf(app.Configuration);
        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            await run().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (restored.IsFaulted || stopping.IsCancellationRequested)
        {
            // The server was stopped during its start. If the data file is the reason, it is thrown below.
        }
        catch (Exception failure) when (StartProblems.OfListening(failure) is { } problem)
        {
            throw new IOException($"The server cannot listen on {addresses}: {problem}", failure);
        }

        if (restored.IsFaulted)
        {
            await restored.ConfigureAwait(false);
        }
    }

    private static string AddressesOf(IConfiguration configuration) =>
        string.Join(", ", AddressSettings.Select(name => configuration[name]).Where(value => !string.IsNullOrEmpty(value)).DefaultIfEmpty(DefaultUrl));

    private static WebApplicationOptions Named(string[] arguments) => new()
    {
        Args = arguments,
        ContentRootPath = AppContext.BaseDirectory,

        // Not the entry assembly, which is another one if a test hosts the server.
        ApplicationName = typeof(ServerHost).Assembly.GetName().Name,
    };
}
