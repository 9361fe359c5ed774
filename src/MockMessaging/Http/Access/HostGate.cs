using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Primitives;
using MockMessaging.Errors;

namespace MockMessaging.Http;

/// <summary>
/// Refuses calls under a foreign host name. A page in a browser can let a name of its own point at this machine (DNS rebinding) and then
/// call a server that nobody outside was meant to reach; its calls still carry that name as Host.
/// </summary>
internal sealed class HostGate(RequestDelegate next, IServer server, IConfiguration configuration, IEnumerable<HostNames> known)
{
    private const string Any = "*";

    /// <summary>Names that mean this machine and that no page can take for itself: the first by definition, the others are what containers call their host.</summary>
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

    /// <summary>Whether every name is let in: as said, or because others can reach the server anyway.</summary>
    private bool IsOpen() => _given.Length > 0
        ? Array.Exists(_given, name => name == Any)
        : server.Features.Get<IServerAddressesFeature>() is not { Addresses: { Count: > 0 } addresses } || !addresses.All(IsLoopback);

    private static bool IsLoopback(string address) => BindingAddress.Parse(address) switch
    {
        { IsUnixPipe: true } or { IsNamedPipe: true } => false,
        { Host: "localhost" } => true,
        var bound => IPAddress.TryParse(bound.Host, out var ip) && IPAddress.IsLoopback(ip),
    };

    // An address in place of a name leaves nothing to rebind.
    private bool IsKnown(string host) =>
        IPAddress.TryParse(host, out _) || HostString.MatchesAny(host, Local) || (_given.Length > 0 && HostString.MatchesAny(host, _given)) || known.Any(names => names.Hold(host));
}
