using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using MockMessaging.Client;

namespace MockMessaging.Tool;

/// <summary>Tells lost connections from other failures.</summary>
internal static class Connection
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>True if trying again may help: no connection, no response, or a server that is still starting.</summary>
    public static bool IsLost(Exception failure, CancellationToken cancelled) => !cancelled.IsCancellationRequested
        && failure is HttpRequestException or IOException or OperationCanceledException or SandboxException { Status: HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway };

    public static string Of(Exception failure) => failure switch
    {
        SandboxException refusal => refusal.Detail,
        OperationCanceledException => "No response in time.",
        HttpRequestException { InnerException: SocketException or AuthenticationException } => failure.Message.TrimEnd('.') + ".",
        _ => $"The connection was lost: {failure.Message.TrimEnd('.')}.",
    };

    /// <summary>How long to wait before the next try: a quarter of a second at first, then twice as long each time, up to five seconds.</summary>
    public static TimeSpan Pause(int tries) => TimeSpan.FromMilliseconds(Math.Min(Longest.TotalMilliseconds, 250 * Math.Pow(2, Math.Max(0, tries - 1))));
}
