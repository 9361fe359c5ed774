using System.Globalization;
using System.Text;

namespace MockMessaging.Tests.Fuzz;

/// <summary>Sends requests and gives back whatever comes.</summary>
internal sealed class FuzzClient : IDisposable
{
    /// <summary>Long enough for a busy machine; what is asked for here takes milliseconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
    });

    public async Task<FuzzAnswer> SendAsync(Uri server, FuzzRequest request)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestWorkspace.Cancelled);
        patience.CancelAfter(Patience);
        try
        {
            using var http = request.ToHttp(server);
            using var response = await _client.SendAsync(http, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            var endless = request.Operation.IsStream && response.IsSuccessStatusCode;
            return new FuzzAnswer(
                (int)response.StatusCode,
                response.Content.Headers.ContentType?.MediaType,
                endless ? [] : await response.Content.ReadAsByteArrayAsync(patience.Token),
                response.Headers.Contains("X-Sandbox-Fault"),
                null);
        }
        catch (OperationCanceledException) when (!TestWorkspace.Cancelled.IsCancellationRequested)
        {
            return FuzzAnswer.Lost(string.Create(CultureInfo.InvariantCulture, $"none within {Patience.TotalSeconds} s"));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return FuzzAnswer.Lost(failure.InnerException?.Message ?? failure.Message);
        }
    }

    public void Dispose() => _client.Dispose();
}
