using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace MockMessaging.Webhooks;

/// <summary>Says in one sentence why a push did not get through, and what to do about it.</summary>
internal static class FailureCause
{
    private static readonly bool RunsInContainer = Environment.GetEnvironmentVariable("DOTNET_RUNNING_IN_CONTAINER") is "true" or "1";

    /// <summary>The cause if the registered URL can never be called. The URL stays out: it may hold secrets and be long.</summary>
    public static string OfUrl(string problem) => $"The registered URL {problem}. Register another one with POST /api/v1/config/webhook.";

    /// <summary>The cause of a refusal; null for a 2xx.</summary>
    public static string? OfStatus(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => null,
        >= 300 and < 400 => $"The receiver redirects ({(int)status}), and pushes go to exactly the registered URL; register the final one.",
        401 or 403 => $"The receiver refuses the push ({(int)status}); let it accept the x-verify-token header, or switch its login off for this route.",
        404 => "The receiver has no such route (404); compare the path of the registered URL with the route.",
        405 => "The receiver does not take POST on this route (405).",
        415 => "The receiver does not take application/json on this route (415).",
        >= 500 => $"The receiver failed ({(int)status}); its own log says why.",
        _ => $"The receiver answered {(int)status} instead of 2xx.",
    };

    public static string OfNoAnswer(WebhooksOptions options) =>
        $"No answer within {options.ReadTimeoutMilliseconds} ms (Webhooks:ReadTimeoutMilliseconds); answer first and work afterwards.";

    public static string OfNoConnection(Uri url, WebhooksOptions options) =>
        $"No connection to {url.Authority} within {options.ConnectTimeoutMilliseconds} ms (Webhooks:ConnectTimeoutMilliseconds); nothing there takes or refuses connections. Compare host and port, and look for a firewall in between.";

    public static string OfException(HttpRequestException failure, Uri url, WebhooksOptions options) => failure switch
    {
        { InnerException: TargetDeniedException denied } => denied.Message,
        { HttpRequestError: HttpRequestError.NameResolutionError } or { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery } } =>
            $"The name '{url.Host}' is not found from where this server runs; compare the spelling, and let both run in one network.",
        { HttpRequestError: HttpRequestError.SecureConnectionError } => "TLS failed: " + Innermost<AuthenticationException>(failure) + " Use http:// for a local receiver.",
        { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => $"Nothing listens at {url.Authority}." + HelpWith(url),
        { InnerException: SocketException { SocketErrorCode: SocketError.TimedOut } } => OfNoConnection(url, options),
        { HttpRequestError: HttpRequestError.ConnectionError } => $"No connection to {url.Authority}: {Innermost<SocketException>(failure)}.",
        { HttpRequestError: HttpRequestError.InvalidResponse } => "The receiver answered something that is not HTTP" + (url.Scheme == "http" ? "; if it speaks TLS, register https://." : "."),
        { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "The receiver's answer, or the head of it, is larger than 64 KB.",
        { HttpRequestError: HttpRequestError.ResponseEnded } or { InnerException: IOException or SocketException } => "The receiver closed the connection before its answer was complete.",
        _ => failure.Message,
    };

    private static string HelpWith(Uri url) => (url.IsLoopback, RunsInContainer) switch
    {
        (true, true) => " This server runs in a container, where localhost is the container itself: register host.docker.internal or the receiver's service name.",
        (true, false) => " Start the receiver, or compare its port; if this server runs in a container, localhost is the container itself.",
        _ => " Start the receiver, compare its port, and let it listen on all addresses.",
    };

    private static string Innermost<T>(Exception failure)
        where T : Exception
    {
        for (var inner = failure.InnerException; inner is not null; inner = inner.InnerException)
        {
            if (inner is T match)
            {
                return match.Message;
            }
        }

        return failure.Message;
    }
}
