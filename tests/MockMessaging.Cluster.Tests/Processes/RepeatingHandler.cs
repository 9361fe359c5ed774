using System.Diagnostics;
using System.Globalization;
using System.Net;
using MockMessaging.Tests;
using Xunit;

namespace MockMessaging.Cluster.Tests.Processes;

/// <summary>An attempt that got no response, or 503 with Retry-After.</summary>
/// <param name="Status">Null if the connection failed.</param>
/// <param name="RetryAfter">What the header says.</param>
/// <param name="Text">The body, or why the connection failed.</param>
public sealed record Refusal(HttpStatusCode? Status, TimeSpan? RetryAfter, string Text);

/// <summary>
/// Repeats a request until it is answered, as a user's client does: after 503 it waits as long as Retry-After says, after a failed connection a moment.
/// This is the only place of these tests that waits for time to pass: another process that takes over a workspace gives no other signal.
/// </summary>
internal sealed class RepeatingHandler : DelegatingHandler
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Action<Refusal> _refused;

    private RepeatingHandler(Action<Refusal> refused)
        : base(NewHandler()) => _refused = refused;

    /// <summary>A client with a connection for each request, so that a load balancer of connections spreads its requests.</summary>
    public static HttpClient NewClient(Action<Refusal>? refused = null) => new(new RepeatingHandler(refused ?? (static _ => { })));

    /// <summary>The same client without repetition.</summary>
    public static HttpClient NewPlainClient() => new(NewHandler());

    /// <summary>Asks again and again until something has happened in another process that cannot say so itself.</summary>
    public static async Task UntilAsync(Func<Task<bool>> hasHappened, string what)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await hasHappened())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, $"In vain for {Patience.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s: {what}");
            await Task.Delay(AfterFailure, TestWorkspace.Cancelled);
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var (response, refusal) = await TryAsync(request, cancellationToken);
            if (refusal is null || Stopwatch.GetElapsedTime(started) > Patience)
            {
                return response ?? throw new HttpRequestException(refusal?.Text);
            }

            response?.Dispose();
            _refused(refusal);
            await Task.Delay(refusal.RetryAfter ?? AfterFailure, cancellationToken);
        }
    }

    /// <summary>No proxy and no redirects; responses are read whole, so that a cut one is a failed attempt.</summary>
    private static SocketsHttpHandler NewHandler() => new() { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, PooledConnectionLifetime = TimeSpan.Zero };

    private async Task<(HttpResponseMessage? Response, Refusal? Refusal)> TryAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            return response.StatusCode == HttpStatusCode.ServiceUnavailable && IsOfTheCluster(response)
                ? (response, new Refusal(response.StatusCode, response.Headers.RetryAfter?.Delta, await response.Content.ReadAsStringAsync(cancellationToken)))
                : (response, null);
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            return (null, new Refusal(null, null, gone.ToString()));
        }
    }

    /// <summary>A replica that cannot serve now, or is not ready; a fault has its own header.</summary>
    private static bool IsOfTheCluster(HttpResponseMessage response) => !response.Headers.Contains("X-Sandbox-Fault");
}
