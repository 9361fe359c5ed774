using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http.Features;

namespace MockMessaging.Cluster.Forwarding;

/// <summary>
/// A request that another replica forwarded, made to look as if the client had sent it here: with the client's scheme, with a connection that can be cut,
/// and with a response that has ended once the client has it.
/// </summary>
internal sealed class InnerRequest : IHttpRequestLifetimeFeature, IHttpResponseFeature
{
    /// <summary>The scheme by which the client called.</summary>
    public const string Scheme = "X-Inner-Scheme";

    private readonly HttpContext _context;
    private readonly IHttpRequestLifetimeFeature _lifetime;
    private readonly IHttpResponseFeature _response;
    private readonly Deliveries _deliveries;
    private readonly List<(Func<object, Task> Callback, object State)> _onDelivered = [];
    private bool _isAborted;

    private InnerRequest(HttpContext context, Deliveries deliveries)
    {
        (_context, _deliveries) = (context, deliveries);
        _lifetime = context.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>();
        _response = context.Features.GetRequiredFeature<IHttpResponseFeature>();
    }

    public static InnerRequest Of(HttpContext context, Deliveries deliveries)
    {
        var inner = new InnerRequest(context, deliveries);
        context.Request.Scheme = context.Request.Headers[Scheme] is [{ } scheme] ? scheme : context.Request.Scheme;
        context.Request.Headers.Remove(Scheme);
        context.Features.Set<IHttpRequestLifetimeFeature>(inner);
        context.Features.Set<IHttpResponseFeature>(inner);
        inner._response.OnStarting(static state => ((InnerRequest)state).OnStartingAsync(), inner);
        return inner;
    }

    CancellationToken IHttpRequestLifetimeFeature.RequestAborted
    {
        get => _lifetime.RequestAborted;
        set => _lifetime.RequestAborted = value;
    }

    /// <summary>Before the response, the other replica is asked to cut the client's connection; after its start, the broken stream makes it do so.</summary>
    void IHttpRequestLifetimeFeature.Abort()
    {
        _isAborted = true;
        if (_response.HasStarted)
        {
            _lifetime.Abort();
        }
        else
        {
            _context.Response.Headers[InnerProtocol.Cut] = "1";
        }
    }

    int IHttpResponseFeature.StatusCode { get => _response.StatusCode; set => _response.StatusCode = value; }

    string? IHttpResponseFeature.ReasonPhrase { get => _response.ReasonPhrase; set => _response.ReasonPhrase = value; }

    IHeaderDictionary IHttpResponseFeature.Headers { get => _response.Headers; set => _response.Headers = value; }

#pragma warning disable CS0618 // Part of the interface.
    Stream IHttpResponseFeature.Body { get => _response.Body; set => _response.Body = value; }
#pragma warning restore CS0618

    bool IHttpResponseFeature.HasStarted => _response.HasStarted;

    void IHttpResponseFeature.OnStarting(Func<object, Task> callback, object state) => _response.OnStarting(callback, state);

    void IHttpResponseFeature.OnCompleted(Func<object, Task> callback, object state)
    {
        if (_response.HasStarted)
        {
            _response.OnCompleted(callback, state);
        }
        else
        {
            _onDelivered.Add((callback, state));
        }
    }

    private Task OnStartingAsync()
    {
        if (_onDelivered.Count > 0 && !_isAborted)
        {
            _context.Response.Headers[InnerProtocol.AwaitsDelivery] = _deliveries.Expect(RunAsync);
        }
        else
        {
            _response.OnCompleted(static state => ((InnerRequest)state).RunAsync(), this);
        }

        return Task.CompletedTask;
    }

    private async Task RunAsync()
    {
        foreach (var (callback, state) in Enumerable.Reverse(_onDelivered))
        {
            await callback(state).ConfigureAwait(false);
        }
    }
}

/// <summary>The responses of which another replica has yet to say that the client has them.</summary>
internal sealed class Deliveries(TimeProvider time)
{
    /// <summary>The other replica may have ended.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<long, Func<Task>> _expected = new();
    private long _last;

    /// <summary>Runs something once the response is delivered, or after a while.</summary>
    /// <returns>The number by which the other replica names it.</returns>
    public string Expect(Func<Task> whenDelivered)
    {
        var number = Interlocked.Increment(ref _last);
        _expected[number] = whenDelivered;
        _ = Task.Delay(LongestWait, time).ContinueWith(_ => DeliveredAsync(number), TaskScheduler.Default);
        return number.ToString(CultureInfo.InvariantCulture);
    }

    public Task DeliveredAsync(long number) => _expected.TryRemove(number, out var whenDelivered) ? whenDelivered() : Task.CompletedTask;
}
