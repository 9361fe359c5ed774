using System.Net;
using System.Net.Sockets;

namespace MockMessaging.Webhooks;

/// <summary>Connects to receivers. The check is made on the address that is connected to, so that no DNS response avoids it.</summary>
internal sealed class TargetConnector(AllowedTargets targets)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancelled)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancelled).ConfigureAwait(false);
        IPAddress[] allowed = [.. addresses.Where(address => targets.Allow(host, address))];
        if (allowed.Length == 0)
        {
            throw new TargetDeniedException(host);
        }

        var socket = allowed.Length == 1
            ? new Socket(allowed[0].AddressFamily, SocketType.Stream, ProtocolType.Tcp)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.NoDelay = true;
            await socket.ConnectAsync(allowed, port, cancelled).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>Webhooks:AllowedTargets does not let this server call a host. Its addresses are left out, since they are private.</summary>
internal sealed class TargetDeniedException(string host) : Exception(
    $"This server may not call '{host}' (Webhooks:AllowedTargets); register a receiver it may call, or ask whoever runs it to allow this one.");
