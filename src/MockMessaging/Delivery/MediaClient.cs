using System.Net;
using System.Net.Sockets;
using MockMessaging.Conversations;
using MockMessaging.State;
using MockMessaging.Webhooks;

namespace MockMessaging.Delivery;

/// <summary>Downloads a file only to see what it is. Calls only hosts that webhooks may have, after each redirect, too.</summary>
internal sealed class MediaClient(MediaOptions options, WebhooksOptions webhooks) : IDisposable
{
    private const int MostRedirects = 5;

    private readonly Lazy<HttpMessageInvoker> _client = new(() => new HttpMessageInvoker(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromMilliseconds(webhooks.ConnectTimeoutMilliseconds),
        ConnectCallback = new TargetConnector(new AllowedTargets(webhooks.AllowedTargets)).ConnectAsync,
    }));

    private readonly TimeSpan _patience = TimeSpan.FromMilliseconds(webhooks.ConnectTimeoutMilliseconds + webhooks.ReadTimeoutMilliseconds);

    public async Task<MediaFetch> FetchAsync(string link, CancellationToken stopping)
    {
        var found = new MediaFetch(link);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        patience.CancelAfter(_patience);
        for (var (at, redirects) = (link, new List<string>()); ; redirects.Add(at))
        {
            var target = WebhookUrl.Of(at);
            found = redirects.Count == 0 ? found : found with { Redirects = redirects };
            if (target.Url is not { } url || redirects.Count > MostRedirects)
            {
                return found with { Error = target.Problem is { } problem ? $"The link {problem}." : $"The link is redirected more than {MostRedirects} times." };
            }

            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, url);
                request.Headers.TryAddWithoutValidation("User-Agent", "MockMessaging");
                using var response = await _client.Value.SendAsync(request, patience.Token).ConfigureAwait(false);
                found = found with { Status = (int)response.StatusCode };
                if (response.StatusCode is >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest && response.Headers.Location is { } location)
                {
                    at = new Uri(url, location).ToString();
                    continue;
                }

                return response.IsSuccessStatusCode
                    ? await ReadAsync(response, found, patience.Token).ConfigureAwait(false)
                    : found with { Error = $"Downloading media from weblink failed with http code {(int)response.StatusCode}, status message {response.ReasonPhrase}" };
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException)
            {
                return found with { Error = Reason(failure, url) };
            }
            catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
            {
                return found with { Error = $"{url.Authority} did not send the file within {_patience.TotalMilliseconds:0} ms (Webhooks:ConnectTimeoutMilliseconds and Webhooks:ReadTimeoutMilliseconds)." };
            }
        }
    }

    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }
    }

    private async Task<MediaFetch> ReadAsync(HttpResponseMessage response, MediaFetch found, CancellationToken cancelled)
    {
        found = found with { MimeType = response.Content.Headers.ContentType?.ToString(), Bytes = response.Content.Headers.ContentLength };
        var bytes = 0L;
        if (!(found.Bytes > options.MaxFetchBytes))
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancelled).ConfigureAwait(false);
            var part = new byte[65_536];
            while (bytes <= options.MaxFetchBytes && await body.ReadAsync(part, cancelled).ConfigureAwait(false) is > 0 and var read)
            {
                bytes += read;
            }

            found = found with { Bytes = bytes };
        }

        return found.Bytes > options.MaxFetchBytes ? found with { Error = $"The file is larger than {options.MaxFetchBytes} bytes (Media:MaxFetchBytes)." }
            : found.Bytes == 0 ? found with { Error = "The link gives an empty file." }
            : found;
    }

    private static string Reason(Exception failure, Uri url) => failure switch
    {
        { InnerException: TargetDeniedException } => $"This server may not call '{url.Host}' (Webhooks:AllowedTargets).",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } or { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } } =>
            $"The name '{url.Host}' is not found from where this server runs.",
        { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => $"Nothing listens at {url.Authority}.",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => $"TLS with {url.Authority} failed.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => $"No connection to {url.Authority}.",
        _ => $"{url.Authority} closed the connection before the file was complete.",
    };
}
