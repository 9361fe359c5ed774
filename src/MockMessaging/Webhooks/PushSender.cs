using System.Diagnostics;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using MockMessaging.Workspaces;

namespace MockMessaging.Webhooks;

/// <summary>Makes one attempt at one push. Only the status of the answer counts, but for the question who a contact is.</summary>
internal sealed class PushSender : IDisposable
{
    /// <summary>Names the push on every request that carries one.</summary>
    public const string PushIdHeader = "x-sandbox-push-id";

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private const long LargestAnswer = 65_536;

    private readonly WebhooksOptions _options;
    private readonly HttpClient _client;

    public PushSender(IOptions<WebhooksOptions> options)
    {
        _options = options.Value;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            ConnectTimeout = TimeSpan.FromMilliseconds(_options.ConnectTimeoutMilliseconds),
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public async Task<PushAttempt> SendAsync(Push push, long atMs, CancellationToken cancelled)
    {
        // Whatever was registered is what is called: no clean-up of the path.
        if (!Uri.TryCreate(push.Url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }, out var url)
            || url.Scheme is not ("http" or "https"))
        {
            return new PushAttempt(atMs, null, 0, FailureCause.OfUrl(push.Url));
        }

        var started = Stopwatch.GetTimestamp();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        timeout.CancelAfter(_options.ReadTimeoutMilliseconds);
        try
        {
            using var request = Request(push, url);
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token).ConfigureAwait(false);
            var attempt = Attempt((int)response.StatusCode, FailureCause.OfStatus(response.StatusCode));
            return push.Type == PushType.ContactInfo
                ? ContactInfoAnswer.Checked(attempt with { Answer = await ReadAsync(response, timeout.Token).ConfigureAwait(false) })
                : attempt;
        }
        catch (HttpRequestException failure)
        {
            return Attempt(null, FailureCause.OfException(failure, url, _options));
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            return Attempt(null, FailureCause.OfTimeout(_options));
        }

        PushAttempt Attempt(int? status, string? cause) =>
            new(atMs, status, Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 3), cause);
    }

    public void Dispose() => _client.Dispose();

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancelled)
    {
        await response.Content.LoadIntoBufferAsync(LargestAnswer, cancelled).ConfigureAwait(false);
        return await response.Content.ReadAsByteArrayAsync(cancelled).ConfigureAwait(false);
    }

    private HttpRequestMessage Request(Push push, Uri url)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(push.Body) };
        request.Content.Headers.ContentType = Json;
        request.Headers.TryAddWithoutValidation("User-Agent", "MockMessaging");
        request.Headers.TryAddWithoutValidation("x-verify-token", _options.VerifyToken);
        request.Headers.TryAddWithoutValidation(PushIdHeader, push.Id.ToString());
        if (push is { Type: PushType.Messages or PushType.Events, App: { } app })
        {
            request.Headers.TryAddWithoutValidation("Cookie", $"x-api-id={app.Id}");
        }

        return request;
    }
}
