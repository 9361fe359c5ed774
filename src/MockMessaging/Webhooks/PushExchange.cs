namespace MockMessaging.Webhooks;

/// <summary>
/// One request to a receiver: its timeouts, and how much was sent and received. One timeout is for connecting; the other, for the response,
/// begins with the first byte that is sent.
/// </summary>
internal sealed class PushExchange : IDisposable
{
    // The connection cannot learn in another way which request it sends.
    private static readonly AsyncLocal<PushExchange?> Running = new();

    private readonly CancellationTokenSource _timeout;
    private readonly WebhooksOptions _options;
    private ReceiverConnection? _connection;
    private bool _wasUsed;
    private long _received;

    public PushExchange(WebhooksOptions options, CancellationToken cancelled)
    {
        _options = options;
        _timeout = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
    }

    public static PushExchange? Current => Running.Value;

    public CancellationToken Timeout => _timeout.Token;

    /// <summary>True if the request was sent on a connection.</summary>
    public bool IsSent => _connection is not null;

    /// <summary>
    /// True if the request was sent on a connection that had been kept alive, and nothing came back. If it failed then, the receiver has most
    /// likely closed the connection while it was idle, without having seen the request.
    /// </summary>
    public bool MetIdleClose => _wasUsed && _connection?.Received == _received;

    /// <summary>Starts an attempt, in the async flow of the caller.</summary>
    public void Begin()
    {
        (_connection, _wasUsed) = (null, false);
        Running.Value = this;

        // Connecting has its own, shorter timeout; this one covers everything else.
        _timeout.CancelAfter(_options.ConnectTimeoutMilliseconds + _options.ReadTimeoutMilliseconds);
    }

    public void Sending(ReceiverConnection connection, bool wasUsed)
    {
        if (_connection is null)
        {
            (_connection, _wasUsed, _received) = (connection, wasUsed, connection.Received);
            _timeout.CancelAfter(_options.ReadTimeoutMilliseconds);
        }
    }

    public void Dispose() => _timeout.Dispose();
}
