using System.Collections;
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
/// Options of a server inside a .NET process. The defaults are those of the server, except: it stores everything in memory, listens on a free port of the
/// loopback address, and writes no log.
/// </summary>
public sealed class MockMessagingServerOptions
{
    /// <summary>Port of the loopback address. Default 0: a free port.</summary>
    public int Port { get; set; }

    /// <summary>
    /// Addresses to listen on, separated by semicolons, such as <c>http://0.0.0.0:8080</c>; they have priority over <see cref="Port"/>. <c>https://127.0.0.1:0</c> needs a
    /// certificate, see <see cref="Https"/>. Default: none.
    /// </summary>
    public string? Url { get; set; }

    /// <summary>
    /// Host names that clients may use besides <c>localhost</c> and IP addresses, separated by semicolons; <c>*.example.com</c> for sub-domains, <c>*</c> for
    /// any. A request with another host name gets 400. Default: none if the server listens on loopback addresses only, else <c>*</c>.
    /// </summary>
    public string? AllowedHosts { get; set; }

    /// <summary>What to follow where the vendor's document and the live service differ. Default <see cref="FidelityMode.Documented"/>.</summary>
    public FidelityMode Fidelity { get; set; } = FidelityMode.Documented;

    /// <summary>What happens to a message that the vendor's API accepts and its provider would refuse. Default <see cref="RulesMode.Warn"/>.</summary>
    public RulesMode Rules { get; set; } = RulesMode.Warn;

    /// <summary>Accepted keys and tenants.</summary>
    public AuthOptions Auth { get; } = new();

    /// <summary>Where data is stored. <see cref="StorageOptions.Path"/> is <c>:memory:</c> here unless it is set.</summary>
    public StorageOptions Storage { get; } = new() { Path = StorageOptions.InMemory };

    /// <summary>Content of a new workspace.</summary>
    public SeedingOptions Seeding { get; } = new();

    /// <summary>Scenarios that new workspaces begin with.</summary>
    public ScenariosOptions Scenarios { get; } = new();

    /// <summary>Delays of message statuses.</summary>
    public DeliveryOptions Delivery { get; } = new();

    /// <summary>Sessions and care window.</summary>
    public SessionsOptions Sessions { get; } = new();

    /// <summary>Pushes.</summary>
    public WebhooksOptions Webhooks { get; } = new();

    /// <summary>Media files of messages.</summary>
    public MediaOptions Media { get; } = new();

    /// <summary>Access to the control plane.</summary>
    public ControlOptions Control { get; } = new();

    /// <summary>The certificate for https.</summary>
    public HttpsOptions Https { get; } = new();

    /// <summary>Access from web pages.</summary>
    public CorsSettings Cors { get; } = new();

    /// <summary>Limits of workspaces and of the server.</summary>
    public WorkspaceLimits Limits { get; } = new();

    /// <summary>Settings by their name in appsettings.json, such as <c>Logging:LogLevel:Default</c>; they have priority over all other options.</summary>
    public IDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The options by their section in appsettings.json.</summary>
    internal IReadOnlyDictionary<string, object> Sections => new Dictionary<string, object>
    {
        ["Auth"] = Auth,
        ["Storage"] = Storage,
        ["Seeding"] = Seeding,
        ["Scenarios"] = Scenarios,
        ["Delivery"] = Delivery,
        ["Sessions"] = Sessions,
        ["Webhooks"] = Webhooks,
        ["Media"] = Media,
        ["Control"] = Control,
        ["Https"] = Https,
        ["Cors"] = Cors,
        ["Limits"] = Limits,
    };

    internal List<ILoggerProvider> Loggers { get; } = [];

    /// <summary>Writes the log to a provider of yours, with the log levels of appsettings.json unless <see cref="Settings"/> has others.</summary>
    /// <param name="provider">It is not disposed.</param>
    public void LogTo(ILoggerProvider provider) => Loggers.Add(provider);

    /// <summary>Writes the log line by line, such as to the output of a test.</summary>
    /// <param name="writeLine">Called once per entry, from several threads.</param>
    public void LogTo(Action<string> writeLine) => Loggers.Add(new LineLogger(writeLine));

    internal Dictionary<string, string?> ToSettings()
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["urls"] = Url ?? string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}"),
            ["AllowedHosts"] = AllowedHosts,
            ["Fidelity"] = Fidelity.ToString(),
            ["Rules"] = Rules.ToString(),
            ["Logging:LogLevel:Default"] = "Information",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        };
        foreach (var (name, value) in Sections.SelectMany(section => Flatten(section.Key, section.Value)).Concat(Settings))
        {
            settings[name] = value;
        }

        return settings;
    }

    /// <summary>The values of options by setting name, without those that are null.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> Flatten(string name, object? value) => value switch
    {
        null => [],
        string or ValueType => [KeyValuePair.Create(name, Convert.ToString(value, CultureInfo.InvariantCulture))],
        IEnumerable list => list.Cast<object>().SelectMany((item, index) => Flatten(string.Create(CultureInfo.InvariantCulture, $"{name}:{index}"), item)),
        _ => value.GetType().GetProperties().SelectMany(property => Flatten($"{name}:{property.Name}", property.GetValue(value))),
    };
}
