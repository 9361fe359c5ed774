using System.Globalization;

namespace MockMessaging.Http;

/// <summary>Checks the addresses to listen on. Kestrel would fail with a stack trace, or misread them.</summary>
internal static class ListenAddresses
{
    private static readonly string[] Ports = ["http_ports", "https_ports"];

    public static IEnumerable<string> Problems(IConfiguration configuration) =>
        string.IsNullOrEmpty(configuration["urls"])
            ? Ports.SelectMany(setting => Split(configuration[setting]).Where(port => !IsPort(port)).Select(port => $"{setting}: '{port}' is not a port; give a number from 0 to 65535."))
            : Split(configuration["urls"]).Select(ProblemWith).OfType<string>();

    /// <summary>True if one of the addresses is for https.</summary>
    public static bool IncludeHttps(IConfiguration configuration) =>
        (string.IsNullOrEmpty(configuration["urls"]) ? Split(configuration["https_ports"]).Length > 0 : Split(configuration["urls"]).Any(IsHttps))
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any(endpoint => IsHttps(endpoint["Url"] ?? ""));

    private static bool IsHttps(string url) => url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static string? ProblemWith(string url)
    {
        if (!url.Contains("://", StringComparison.Ordinal))
        {
            return $"urls: '{url}' has no scheme; write http://{url}.";
        }

        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return $"urls: '{url}' is not an address to listen on; write it like http://localhost:8080 or http://*:8080.";
        }

        return address switch
        {
            { Scheme: not ("http" or "https") } => $"urls: '{url}' must begin with http:// or https://.",
            { IsUnixPipe: true } or { IsNamedPipe: true } => null,
            { PathBase.Length: > 0 } => $"urls: '{url}' has a path; give only scheme, host and port. Every route exists at / and under /xms.",

            // Kestrel takes an invalid port for a part of the host, and would listen on port 80 of every address.
            _ when !IsHost(address.Host) || address.Port is < 0 or > ushort.MaxValue => $"urls: '{url}' has an invalid host or port; a port is a number from 0 to 65535.",
            { Host: "localhost", Port: 0 } => $"urls: '{url}' asks for a free port, which works only with an IP address; write {address.Scheme}://127.0.0.1:0.",
            _ => null,
        };
    }

    private static bool IsHost(string host) => host is "*" or "+" || Uri.CheckHostName(host.Trim('[', ']')) != UriHostNameType.Unknown;

    private static bool IsPort(string text) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static string[] Split(string? list) => (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
