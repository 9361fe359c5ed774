using System.Net;
using Microsoft.Extensions.Primitives;
using MockMessaging.Errors;

namespace MockMessaging.Http;

/// <summary>
/// Refuses requests with an unknown host name. A web page can make its own host name point to this machine (DNS rebinding) and then reach a server that
/// is meant for this machine only; its requests still have that name as Host.
/// </summary>
internal sealed class HostGate(RequestDelegate next, ServerAddresses addresses, IConfiguration configuration, IEnumerable<HostNames> known)
{
    private const string Any = "*";

    /// <summary>Names of this machine that no web page can own; the docker and containers names are what containers call their host.</summary>
    private static readonly StringSegment[] Local = ["localhost", "*.localhost", "host.docker.internal", "gateway.docker.internal", "host.containers.internal"];

    private readonly StringSegment[] _given =
        [.. (configuration["AllowedHosts"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => new StringSegment(name))];

    private bool? _isOpen;

    public Task InvokeAsync(HttpContext context)
    {
        if (!(_isOpen ??= IsOpen()) && context.Request.Host is { HasValue: true } host && !IsKnown(host.Host.TrimEnd('.')))
        {
            throw ErrorCatalog.HostUnknown(host.Host);
        }

        return next(context);
    }

    /// <summary>True if every name is accepted: by setting, or because other machines can reach the server anyway.</summary>
    private bool IsOpen() => _given.Length > 0
        ? Array.Exists(_given, name => name == Any)
        : addresses.Bound is not { Count: > 0 } bound || !bound.All(IsLoopback);

    private static bool IsLoopback(BindingAddress address) => address switch
    {
        { IsUnixPipe: true } or { IsNamedPipe: true } => false,
        { Host: "localhost" } => true,
        var bound => IPAddress.TryParse(bound.Host, out var ip) && IPAddress.IsLoopback(ip),
    };

    // An IP address cannot be rebound.
    private bool IsKnown(string host) =>
        IPAddress.TryParse(host, out _) || HostString.MatchesAny(host, Local) || (_given.Length > 0 && HostString.MatchesAny(host, _given)) || known.Any(names => names.Hold(host));
}

/// <summary>Host names that another feature accepts beside the setting AllowedHosts.</summary>
internal sealed record HostNames(Func<string, bool> Hold);
