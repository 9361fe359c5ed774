using System.Diagnostics;
using System.Net;
using System.Text;

namespace MockMessaging.Cluster.Forwarding;

/// <summary>Connections to the other replicas.</summary>
internal sealed class InnerClient(ILogger<InnerClient> log) : IDisposable
{
    public HttpMessageInvoker Invoker { get; } = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(1),

        // As this server reads and writes them; a key need not be ASCII.
        RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
        ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8,

        // The server's own spans cross replicas unchanged, as a client has sent them.
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
    });

    /// <summary>Lets the pushes leave that wait for a response.</summary>
    public async Task SayDeliveredAsync(string owner, string number)
    {
        try
        {
            using var response = await SendAsync(HttpMethod.Post, owner, InnerProtocol.Delivered + number, null, CancellationToken.None).ConfigureAwait(false);
        }
        catch (HttpRequestException failure)
        {
            // The owner lets them leave after a while.
            log.LogDebug(failure, "Replica {Replica} could not be told that a response was delivered.", owner);
        }
    }

    /// <exception cref="HttpRequestException">The replica cannot be reached.</exception>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string owner, string path, string? key, CancellationToken cancelled)
    {
        var request = new HttpRequestMessage(method, $"http://{owner}{path}");
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("x-api-key", key);
        }

        return Invoker.SendAsync(request, cancelled);
    }

    public void Dispose() => Invoker.Dispose();
}
