using System.Net;
using System.Net.Sockets;

namespace MockMessaging.Webhooks;

/// <summary>The addresses of the internet, as opposed to this machine, its networks and what IANA keeps for special purposes.</summary>
internal static class PublicAddresses
{
    /// <summary>IPv6 addresses of the internet.</summary>
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    /// <summary>The IPv6 prefix in which NAT64 embeds IPv4 addresses.</summary>
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>True if an address, in its plain form, is one of the internet.</summary>
    public static bool Contain(IPAddress address) =>
        (address.AddressFamily == AddressFamily.InterNetwork || Global.Contains(address)) && !Array.Exists(Special, range => range.Contains(address));

    /// <summary>The IPv4 address inside an IPv6 one, so that no spelling avoids a rule.</summary>
    public static IPAddress Plain(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : Nat64.Contains(address) ? new IPAddress(address.GetAddressBytes().AsSpan(12)) : address;
}
