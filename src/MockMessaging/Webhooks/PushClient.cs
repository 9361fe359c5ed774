namespace MockMessaging.Webhooks;

/// <summary>Sends requests to receivers, on connections that are kept alive or on a new one.</summary>
internal sealed class PushClient(WebhooksOptions options) : IDisposable
{
    private readonly HttpMessageInvoker _kept = Create(options, TimeSpan.FromMinutes(1));
    private readonly HttpMessageInvoker _new = Create(options, TimeSpan.Zero);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, PushExchange exchange) => SendAsync(_kept, request, exchange);

    public Task<HttpResponseMessage> SendOnNewConnectionAsync(HttpRequestMessage request, PushExchange exchange) => SendAsync(_new, request, exchange);

    public void Dispose()
    {
        _kept.Dispose();
        _new.Dispose();
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpMessageInvoker client, HttpRequestMessage request, PushExchange exchange)
    {
        exchange.Begin();
        return await client.SendAsync(request, exchange.Timeout).ConfigureAwait(false);
    }

    // Not a client on top of it, which would prepare each call for time-outs and buffers that are given here.
    private static HttpMessageInvoker Create(WebhooksOptions options, TimeSpan lifetime) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromMilliseconds(options.ConnectTimeoutMilliseconds),
        PooledConnectionLifetime = lifetime,
        ConnectCallback = new TargetConnector(new AllowedTargets(options.AllowedTargets)).ConnectAsync,
        PlaintextStreamFilter = static (context, _) => ValueTask.FromResult<Stream>(new ReceiverConnection(context.PlaintextStream)),
    });
}
