using Microsoft.AspNetCore.HostFiltering;
using MockMessaging.Storage;
using MockMessaging.Workspaces;

namespace MockMessaging;

/// <summary>Builds the web application, for a process of its own and for one that hosts it, and sees to it that it starts whole or not at all.</summary>
internal static class ServerHost
{
    private const string DefaultUrl = "http://localhost:8080";

    private static readonly string[] AddressSettings = ["urls", "http_ports", "https_ports"];

    /// <summary>Set up by arguments, environment and appsettings.json, in this order.</summary>
    /// <param name="arguments">Settings as <c>--Name=value</c>.</param>
    public static WebApplication OfItsOwn(string[] arguments)
    {
        // Settings are read once, so their files need not be watched.
        var builder = WebApplication.CreateSlimBuilder(Named(["--hostBuilder:reloadConfigOnChange=false", .. arguments]));
        builder.WebHost.UseKestrelHttpsConfiguration();
        if (AddressSettings.All(name => string.IsNullOrEmpty(builder.Configuration[name])))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        // What it has to say ends the process, which tells it in a line.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.AddMockMessaging();
        builder.Services.AddCheck(static provider => SettingSpelling.Problems(provider.GetRequiredService<IConfiguration>(), SettingSpelling.Variables()));

        // AllowedHosts is heeded by a gate of our own, which answers as all refusals do.
        builder.Services.Configure<HostFilteringOptions>(static hosts => hosts.AllowedHosts = ["*"]);
        return builder.Build();
    }

    /// <summary>Set up by options alone.</summary>
    public static WebApplication InProcess(MockMessagingServerOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(Named([]));
        builder.Configuration.AddInMemoryCollection(options.ToSettings());
        builder.WebHost.UseKestrelCore();
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        foreach (var logger in options.Loggers)
        {
            builder.Logging.AddProvider(logger);
        }

        builder.Services.AddMockMessaging();
        return builder.Build();
    }

    /// <summary>Checks everything that could keep the server from working, before it listens.</summary>
    public static async Task PrepareAsync(WebApplication app)
    {
        // Beside each other, since both take a while and neither needs the other.
        var opened = Task.Run(() =>
        {
            CheckedOptions.CheckAll(app.Services);
            return app.Services.GetRequiredService<IRecordStore>().Opened;
        });
        try
        {
            app.UseMockMessaging();
        }
        catch (Exception)
        {
            // A wrong setting is told with all others.
            await opened.ConfigureAwait(false);
            throw;
        }

        app.AnnounceStart();
        await opened.ConfigureAwait(false);
    }

    /// <summary>Runs a server, and throws what kept its data file from being read back, which ends it.</summary>
    public static async Task WatchRestoreAsync(WebApplication app, Func<Task> run)
    {
        var restored = app.Services.GetRequiredService<WorkspaceDirectory>().Restored;

        // Taken now: when a start has failed, the application may be disposed of.
        var addresses = AddressesOf(app.Configuration);
        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            await run().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (restored.IsFaulted || stopping.IsCancellationRequested)
        {
            // Whoever stops it may do so while it still starts. If that is a failure to read the data file back, the reason follows.
        }
        catch (Exception failure) when (StartProblems.OfListening(failure) is { } problem)
        {
            throw new IOException($"{addresses} cannot be listened at: {problem}", failure);
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

        // Controllers are looked for in the assembly of this name, which is not the entry assembly when a test hosts the server.
        ApplicationName = typeof(ServerHost).Assembly.GetName().Name,
    };
}
