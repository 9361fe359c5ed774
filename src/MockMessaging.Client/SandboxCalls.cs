using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using MockMessaging.Contract;
using MockMessaging.Control;

namespace MockMessaging.Client;

/// <summary>Sends requests to a server, and throws on error responses.</summary>
internal sealed class SandboxCalls(HttpClient client)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public Task<TAnswer> GetAsync<TAnswer>(string path, CancellationToken cancelled) => ReadAsync<TAnswer>(HttpMethod.Get, path, null, cancelled);

    public Task<TAnswer> PostAsync<TBody, TAnswer>(string path, TBody body, CancellationToken cancelled) =>
        SendAsync<TBody, TAnswer>(HttpMethod.Post, path, body, cancelled);

    public Task<TAnswer> PostBytesAsync<TAnswer>(string path, byte[] bytes, string contentType, CancellationToken cancelled)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return ReadAsync<TAnswer>(HttpMethod.Post, path, content, cancelled);
    }

    public Task<TAnswer> PostAsync<TAnswer>(string path, CancellationToken cancelled) => ReadAsync<TAnswer>(HttpMethod.Post, path, null, cancelled);

    public Task<TAnswer> SendAsync<TBody, TAnswer>(HttpMethod method, string path, TBody body, CancellationToken cancelled)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, ControlJsonOptions.Wire.TypeInfo<TBody>()));
        content.Headers.ContentType = Json;
        return ReadAsync<TAnswer>(method, path, content, cancelled);
    }

    /// <summary>For a response that does not end; its body is not read yet.</summary>
    public Task<HttpResponseMessage> OpenAsync(string path, CancellationToken cancelled) => CallAsync(HttpMethod.Get, path, null, cancelled, HttpCompletionOption.ResponseHeadersRead);

    public async Task DeleteAsync(string path, CancellationToken cancelled)
    {
        using var answer = await CallAsync(HttpMethod.Delete, path, null, cancelled).ConfigureAwait(false);
    }

    private async Task<TAnswer> ReadAsync<TAnswer>(HttpMethod method, string path, HttpContent? content, CancellationToken cancelled)
    {
        using var answer = await CallAsync(method, path, content, cancelled).ConfigureAwait(false);
        var utf8 = await answer.Content.ReadAsByteArrayAsync(cancelled).ConfigureAwait(false);
        return JsonSerializer.Deserialize(utf8, ControlJsonOptions.Wire.TypeInfo<TAnswer>())!;
    }

    private async Task<HttpResponseMessage> CallAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancelled, HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        var answer = await client.SendAsync(request, completion, cancelled).ConfigureAwait(false);
        if (answer.IsSuccessStatusCode)
        {
            return answer;
        }

        using (answer)
        {
            throw Refusal.Of(request, answer, await answer.Content.ReadAsStringAsync(cancelled).ConfigureAwait(false));
        }
    }
}

/// <summary>Writes the query of a URL.</summary>
internal static class Query
{
    /// <summary>The four parameters of every list.</summary>
    public static (string Name, string? Value)[] Page(int limit, string? after, string? before, bool newestFirst) =>
        [("limit", limit.ToString(CultureInfo.InvariantCulture)), ("after", after), ("before", before), ("order", newestFirst ? "newest" : null)];

    /// <summary>The query with its question mark; empty if no parameter has a value.</summary>
    public static string Of(params (string Name, string? Value)[] parameters)
    {
        var given = parameters.Where(parameter => parameter.Value is not null).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}").ToList();
        return given.Count > 0 ? "?" + string.Join('&', given) : "";
    }
}
