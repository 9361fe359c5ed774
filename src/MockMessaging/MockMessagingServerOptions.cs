using System.Globalization;
using MockMessaging.Authentication;
using MockMessaging.Control;
using MockMessaging.Conversations;
using MockMessaging.Delivery;
using MockMessaging.Fidelity;
using MockMessaging.Http;
using MockMessaging.Limits;
using MockMessaging.Seeding;
using MockMessaging.Storage;
using MockMessaging.Webhooks;

namespace MockMessaging;

/// <summary>
/// How a sandbox inside a .NET process is set up. The defaults are those of the server, but that it keeps everything in memory, listens on a
/// free port of the loopback address, and writes no log.
/// </summary>
public sealed class MockMessagingServerOptions
{
    /// <summary>The port of the loopback address to listen on. Default 0: a free one.</summary>
    public int Port { get; set; }

    /// <summary>Where to listen, such as <c>http://0.0.0.0:8080</c>; wins over <see cref="Port"/>. Default: none.</summary>
    public string? Url { get; set; }

    /// <summary>
    /// Host names that callers may use besides <c>localhost</c> and IP addresses, separated by semicolons; <c>*.example.com</c> for sub-domains, <c>*</c> for
    /// any. A call with another host name gets 400. Default: none if the server listens on loopback addresses only, else <c>*</c>.
    /// </summary>
    public string? AllowedHosts { get; set; }

    /// <summary>Which truth to follow where document and live service disagree. Default <see cref="FidelityMode.Documented"/>.</summary>
    public FidelityMode Fidelity { get; set; } = FidelityMode.Documented;

    /// <summary>Who is let in.</summary>
    public AuthOptions Auth { get; } = new();

    /// <summary>Where state is kept. Its <see cref="StorageOptions.Path"/> is <c>:memory:</c> here unless it is set.</summary>
    public StorageOptions Storage { get; } = new() { Path = StorageOptions.InMemory };

    /// <summary>What a fresh workspace holds.</summary>
    public SeedingOptions Seeding { get; } = new();

    /// <summary>How fast messages move.</summary>
    public DeliveryOptions Delivery { get; } = new();

    /// <summary>How long conversations live.</summary>
    public SessionsOptions Sessions { get; } = new();

    /// <summary>How pushes are sent.</summary>
    public WebhooksOptions Webhooks { get; } = new();

    /// <summary>Who may use the control plane.</summary>
    public ControlOptions Control { get; } = new();

    /// <summary>Which pages in a browser may call.</summary>
    public CorsSettings Cors { get; } = new();

    /// <summary>How much a workspace holds.</summary>
    public WorkspaceLimits Limits { get; } = new();

    /// <summary>Settings by their name in appsettings.json, such as <c>Logging:LogLevel:Default</c>; they win over all others.</summary>
    public IDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The sections of appsettings.json that have options, each under its name.</summary>
    internal IReadOnlyDictionary<string, object> Sections => new Dictionary<string, object>
    {
        ["Auth"] = Auth,
        ["Storage"] = Storage,
        ["Seeding"] = Seeding,
        ["Delivery"] = Delivery,
        ["Sessions"] = Sessions,
        ["Webhooks"] = Webhooks,
        ["Control"] = Control,
        ["Cors"] = Cors,
        ["Limits"] = Limits,
    };

    internal IList<ILoggerProvider> Loggers { get; } = [];

    /// <summary>Writes the log to a provider of your own. Unless a setting says otherwise, that is what appsettings.json lets through.</summary>
    /// <param name="provider">Stays yours to dispose of.</param>
    public void LogTo(ILoggerProvider provider) => Loggers.Add(provider);

    /// <summary>Writes the log line by line, such as to the output of a test.</summary>
    /// <param name="writeLine">Called once for each entry, by several threads.</param>
    public void LogTo(Action<string> writeLine) => Loggers.Add(new LineLogger(writeLine));

    /// <summary>All of it as settings by name.</summary>
    internal Dictionary<string, string?> ToSettings()
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["urls"] = Url ?? string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}"),
            ["AllowedHosts"] = AllowedHosts,
            ["Fidelity"] = Fidelity.ToString(),
            ["Logging:LogLevel:Default"] = "Information",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        };
        foreach (var (name, value) in Sections.SelectMany(section => SettingNames.Flatten(section.Key, section.Value)).Concat(Settings))
        {
            settings[name] = value;
        }

        return settings;
    }
}
