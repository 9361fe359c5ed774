using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace MockMessaging.Http;

/// <summary>The addresses by which clients reach this server. There are none before it listens.</summary>
internal class ServerAddresses(IServer server)
{
    /// <summary>As the server listens: a host may stand for all hosts of this machine.</summary>
    public virtual IReadOnlyList<BindingAddress> Bound =>
        [.. server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(BindingAddress.Parse) ?? []];

    /// <summary>As a program on this machine can use them.</summary>
    public IReadOnlyList<string> Local => [.. Bound.Select(LocalOf)];

    /// <summary>The port for https; null if there is none.</summary>
    public int? HttpsPort => Bound.FirstOrDefault(static address => address.Scheme == "https")?.Port;

    private static string LocalOf(BindingAddress address) => address switch
    {
        { IsUnixPipe: true } or { IsNamedPipe: true } => address.ToString(),
        { Host: "*" or "+" or "0.0.0.0" or "[::]" } => $"{address.Scheme}://localhost:{address.Port}",
        _ => $"{address.Scheme}://{address.Host}:{address.Port}",
    };
}
