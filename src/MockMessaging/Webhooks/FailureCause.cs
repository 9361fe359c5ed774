using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace MockMessaging.Webhooks;

/// <summary>Says in one sentence why a push did not get through, and what to do about it.</summary>
internal static class FailureCause
{
    private static readonly bool RunsInContainer = Environment.GetEnvironmentVariable("DOTNET_RUNNING_IN_CONTAINER") is "true" or "1";

    public static string OfUrl(string url) =>
        $"'{url}' is not an absolute http or https URL; register one with POST /api/v1/config/webhook.";

    /// <summary>The cause behind an answer, or none for a 2xx.</summary>
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

    public static string OfTimeout(WebhooksOptions options) =>
        $"No answer within {options.ReadTimeoutMilliseconds} ms (Webhooks:ReadTimeoutMilliseconds); answer first and work afterwards.";

    public static string OfException(HttpRequestException failure, Uri url, WebhooksOptions options) => failure switch
    {
        { HttpRequestError: HttpRequestError.NameResolutionError } => $"The name '{url.Host}' is not found from where this server runs; compare the spelling, and let both run in one network.",
        { HttpRequestError: HttpRequestError.SecureConnectionError } => "TLS failed: " + Innermost<AuthenticationException>(failure) + " Use http:// for a local receiver.",
        _ when failure.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
            $"Nothing listens at {url.Authority}." + HelpWith(url),
        { HttpRequestError: HttpRequestError.ConnectionError } =>
            $"No connection to {url.Authority} within {options.ConnectTimeoutMilliseconds} ms (Webhooks:ConnectTimeoutMilliseconds).",
        { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse } or { InnerException: IOException } => "The receiver closed the connection or answered something that is not HTTP.",
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
