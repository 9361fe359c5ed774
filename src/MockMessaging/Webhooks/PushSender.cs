using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using MockMessaging.State;

namespace MockMessaging.Webhooks;

/// <summary>Makes one attempt at one push. Only the status of the response counts, except for a contact/info request.</summary>
internal sealed class PushSender : IDisposable
{
    /// <summary>Holds the id of the push.</summary>
    public const string PushIdHeader = "x-sandbox-push-id";

    /// <summary>Marks a connectivity check.</summary>
    public const string CheckHeader = "x-sandbox-check";

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private const long LargestAnswer = 65_536;

    private const int LongestExcerpt = 2_048;

    private const int LongestOfSuccess = 1_024;

    private static readonly TimeSpan PatienceOnSuccess = TimeSpan.FromMilliseconds(100);

    private readonly WebhooksOptions _options;
    private readonly PushSpans _spans;
    private readonly PushClient _client;

    // All pushes share the string of the registration, so that it is parsed once.
    private readonly ConditionalWeakTable<string, WebhookUrl> _addresses = [];

    private readonly TimeProvider _host;

    public PushSender(WebhooksOptions options, PushSpans spans, TimeProvider host)
    {
        _host = host;
        _spans = spans;
        _options = options;
        _client = new PushClient(_options);
    }

    /// <param name="signingSecret">The workspace's own secret for signatures; null for the server's.</param>
    public async Task<PushAttempt> SendAsync(Push push, long atMs, string? signingSecret, CancellationToken cancelled)
    {
        using var span = _spans.Start(push);
        var started = Stopwatch.GetTimestamp();
        PushAttempt attempt;
        var signature = _options.SecretOf(signingSecret) is { } secret ? PushSigner.Sign(push, secret, SignedIdOf(push), _host.GetUtcNow()) : null;
        var target = _addresses.GetValue(push.Url, WebhookUrl.Of);
        if (target.Url is { } url)
        {
            using var exchange = new PushExchange(_options, cancelled);
            try
            {
                using var response = await SendAsync(push, span is { Id: { } id } ? new TraceContext(id, span.TraceStateString) : push.Trace, signature, url, exchange).ConfigureAwait(false);
                attempt = Attempt((int)response.StatusCode, FailureCause.OfStatus(response.StatusCode));
                attempt = await WithAnswerAsync(push, attempt, response, exchange.Timeout).ConfigureAwait(false);
            }
            catch (HttpRequestException failure)
            {
                attempt = Attempt(null, FailureCause.OfException(failure, url, _options));
            }
            catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
            {
                attempt = Attempt(null, exchange.IsSent ? FailureCause.OfNoAnswer(_options) : FailureCause.OfNoConnection(url, _options));
            }
        }
        else
        {
            attempt = new PushAttempt(atMs, null, 0, FailureCause.OfUrl(target.Problem!));
        }

        _spans.End(span, push, attempt);
        return attempt;

        PushAttempt Attempt(int? status, string? cause) =>
            new(atMs, status, Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 3), cause) { Signature = signature };
    }

    /// <summary>The same for all attempts and replays of a push, by which a receiver recognizes it.</summary>
    private string SignedIdOf(Push push)
    {
        while (push.ReplayOf is { } original)
        {
            push = original;
        }

        return push.IsCheck ? $"check-{_host.GetUtcNow().ToUnixTimeMilliseconds()}" : push.Id.ToString();
    }

    public void Dispose() => _client.Dispose();

    private static async Task<PushAttempt> WithAnswerAsync(Push push, PushAttempt attempt, HttpResponseMessage response, CancellationToken cancelled) =>
        push.Type == PushType.ContactInfo
            ? ContactInfoAnswer.Checked(attempt with { Answer = await ReadAsync(response, cancelled).ConfigureAwait(false) })
            : attempt with { Answer = await ExcerptAsync(response, attempt.Succeeded, cancelled).ConfigureAwait(false) };

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancelled)
    {
        await response.Content.LoadIntoBufferAsync(LargestAnswer, cancelled).ConfigureAwait(false);
        return await response.Content.ReadAsByteArrayAsync(cancelled).ConfigureAwait(false);
    }

    /// <summary>
    /// The beginning of a body, as much as there is of it in time: that of a failure often says why. A success is already known, so its
    /// body gets only a moment, and an empty one costs nothing.
    /// </summary>
    private static async Task<byte[]> ExcerptAsync(HttpResponseMessage response, bool succeeded, CancellationToken cancelled)
    {
        var most = succeeded ? LongestOfSuccess : LongestExcerpt;
        if (Math.Min(response.Content.Headers.ContentLength ?? most, most) is not (> 0 and var room))
        {
            return [];
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        if (succeeded)
        {
            patience.CancelAfter(PatienceOnSuccess);
        }

        try
        {
            var excerpt = new byte[room];
            await using var body = await response.Content.ReadAsStreamAsync(patience.Token).ConfigureAwait(false);
            var length = await body.ReadAtLeastAsync(excerpt, excerpt.Length, throwOnEndOfStream: false, patience.Token).ConfigureAwait(false);
            return length == excerpt.Length ? excerpt : excerpt[..length];
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or OperationCanceledException)
        {
            return [];
        }
    }

    /// <summary>
    /// The headers of a push, without its content type; the signature is that of the last attempt. If spans are collected, each attempt sends its own span in place of the
    /// trace.
    /// </summary>
    public IEnumerable<KeyValuePair<string, string>> HeadersOf(Push push) => HeadersOf(push, push.Trace, push.Attempts.Count > 0 ? push.Attempts[^1].Signature : null);

    private IEnumerable<KeyValuePair<string, string>> HeadersOf(Push push, TraceContext? trace, PushSignature? signature)
    {
        yield return KeyValuePair.Create("User-Agent", "MockMessaging");
        yield return KeyValuePair.Create("x-verify-token", _options.VerifyToken);
        yield return push.IsCheck ? KeyValuePair.Create(CheckHeader, "true") : KeyValuePair.Create(PushIdHeader, push.Id.ToString());
        if (push is { Type: PushType.Messages or PushType.Events or PushType.Raw, App: { } app })
        {
            yield return KeyValuePair.Create("Cookie", $"x-api-id={app.Id}");
        }

        if (signature is not null)
        {
            yield return KeyValuePair.Create("webhook-id", signature.Id);
            yield return KeyValuePair.Create("webhook-timestamp", signature.Seconds.ToString(CultureInfo.InvariantCulture));
            yield return KeyValuePair.Create("webhook-signature", signature.Value);
        }

        if (trace is not null)
        {
            yield return KeyValuePair.Create("traceparent", trace.Parent);
            if (trace.State is { } state && TraceContext.CanBeSent(state))
            {
                yield return KeyValuePair.Create("tracestate", state);
            }
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Push push, TraceContext? trace, PushSignature? signature, Uri url, PushExchange exchange)
    {
        try
        {
            using var request = Request(push, trace, signature, url);
            return await _client.SendAsync(request, exchange).ConfigureAwait(false);
        }
        catch (HttpRequestException) when (exchange.MetIdleClose)
        {
            // SocketsHttpHandler retries only requests without a body, so this one is retried here.
            using var again = Request(push, trace, signature, url);
            return await _client.SendOnNewConnectionAsync(again, exchange).ConfigureAwait(false);
        }
    }

    private HttpRequestMessage Request(Push push, TraceContext? trace, PushSignature? signature, Uri url)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(push.IsCorrupt ? push.Body[..(push.Body.Length / 2)] : push.Body) };
        request.Content.Headers.ContentType = Json;
        foreach (var (name, value) in HeadersOf(push, trace, signature))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
