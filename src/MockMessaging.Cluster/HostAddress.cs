using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace MockMessaging.Cluster;

/// <summary>Where other replicas reach this one.</summary>
internal static class HostAddress
{
    /// <summary>Host and port, as in a URL.</summary>
    public static string Of(ClusterOptions options)
    {
        var host = options.Host is { Length: > 0 } named ? named : First().ToString();
        return host.Contains(':', StringComparison.Ordinal) && host[0] != '[' ? $"[{host}]:{options.InnerPort}" : $"{host}:{options.InnerPort}";
    }

    /// <summary>The IP address of the host that others reach.</summary>
    public static IPAddress IPOf(ClusterOptions options) => options.Host is not { Length: > 0 } named ? First()
        : IPAddress.TryParse(named, out var address) ? address
        : Dns.GetHostAddresses(named).OrderBy(static found => found.AddressFamily == AddressFamily.InterNetwork ? 0 : 1).First();

    /// <summary>The first address of this machine that others can reach: IPv4 if there is one.</summary>
    public static IPAddress First() =>
        NetworkInterface.GetAllNetworkInterfaces()
            .Where(static network => network is { OperationalStatus: OperationalStatus.Up, NetworkInterfaceType: not NetworkInterfaceType.Loopback })
            .SelectMany(static network => network.GetIPProperties().UnicastAddresses, static (_, unicast) => unicast.Address)
            .Where(static address => !address.IsIPv6LinkLocal)
            .OrderBy(static address => address.AddressFamily == AddressFamily.InterNetwork ? 0 : 1)
            .FirstOrDefault(IPAddress.Loopback);
}
