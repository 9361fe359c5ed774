using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace MockMessaging.Tests.Scenarios.Media;

/// <summary>Fetches links as a receiver of pushes does: without headers.</summary>
internal static class Downloads
{
    public static readonly byte[] Pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>The link in the push of a customer's message.</summary>
    public static async Task<string> LinkAsync(this TestWorkspace workspace, string message = """{"type":"image"}""") =>
        (string)(await workspace.CustomerWritesAsync(JsonNode.Parse(message)))["message"]!["attachments"]![0]!["link"]!;

    public static Task<HttpResponseMessage> FetchAsync(string link, Action<HttpRequestHeaders>? headers = null) => FetchAsync(HttpMethod.Get, link, headers);

    public static async Task<HttpResponseMessage> FetchAsync(HttpMethod method, string link, Action<HttpRequestHeaders>? headers = null)
    {
        using var request = new HttpRequestMessage(method, link);
        headers?.Invoke(request.Headers);
        return await Client.SendAsync(request, TestWorkspace.Cancelled);
    }

    public static async Task<HttpStatusCode> StatusAsync(string link)
    {
        using var response = await FetchAsync(link);
        return response.StatusCode;
    }

    public static async Task<byte[]> BytesAsync(string link)
    {
        using var response = await FetchAsync(link);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(TestWorkspace.Cancelled);
    }

    /// <summary>Uploads a file; its data as the server returns them.</summary>
    public static async Task<JsonNode> UploadAsync(this TestWorkspace workspace, byte[]? content = null, string type = "image/png", string query = "?filename=lamp.png") =>
        (await workspace.PostBytesAsync("/_sandbox/media" + query, content ?? Pixel, type)).Ok().Body!;
}
