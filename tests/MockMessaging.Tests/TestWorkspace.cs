using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests;

/// <summary>A workspace as its user sees it: calls over HTTP, each answer of a documented route checked against the contract.</summary>
public sealed class TestWorkspace
{
    public const string WhatsApp = "wa360:918828218374";
    public const string Phone = "+91 98765 43210";

    /// <summary>The server that MOCKMESSAGING_TEST_ADDRESS names; null if the tests start their own.</summary>
    public static readonly Uri? GivenServer = Environment.GetEnvironmentVariable("MOCKMESSAGING_TEST_ADDRESS") is { Length: > 0 } address ? new Uri(address) : null;

    private static readonly HttpClient Shared = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,

        // Thousands of requests at once would need more open files than a process may have, since the server is in the same one.
        MaxConnectionsPerServer = 500,

        // A given server may be a load balancer of connections; with a connection for each request it spreads the requests.
        PooledConnectionLifetime = GivenServer is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero,
    });

    private readonly Uri _server;

    public TestWorkspace(Uri server, string? key)
    {
        _server = server;
        Key = key;
    }

    public string? Key { get; }

    public Uri Server => _server;

    /// <summary>The client app to act for; none for the default one.</summary>
    public string? AppId { get; init; }

    /// <summary>What sends the requests.</summary>
    public HttpClient Client { get; init; } = Shared;

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static JsonObject Text(string phone = Phone, string body = "Hello", string channelId = WhatsApp) => new()
    {
        ["channelId"] = channelId,
        ["to"] = new JsonObject { ["phone"] = phone },
        ["type"] = "text",
        ["text"] = new JsonObject { ["body"] = body },
    };

    public TestWorkspace As(string appId) => new(_server, Key) { AppId = appId, Client = Client };

    public Task<Answer> GetAsync(string path) => CallAsync(HttpMethod.Get, path, null);

    public Task<Answer> PostAsync(string path, JsonNode body) => CallAsync(HttpMethod.Post, path, body.ToJsonString());

    /// <summary>A call whose answer follows the live service, so that the document's shapes do not apply.</summary>
    public Task<Answer> RawAsync(string path, JsonNode? body, params (string Name, string Value)[] headers) =>
        SendAsync(body is null ? HttpMethod.Get : HttpMethod.Post, path, body?.ToJsonString(), "application/json", headers);

    /// <summary>A call without a body that the document does not describe.</summary>
    public Task<Answer> RawCallAsync(HttpMethod method, string path) => SendAsync(method, path, (byte[]?)null, null, []);

    public async Task<Answer> CallAsync(HttpMethod method, string path, string? body, string? contentType = "application/json", params (string Name, string Value)[] headers)
    {
        var answer = await SendAsync(method, path, body, contentType, headers);
        ContractCheck.Answer(method, path, answer);
        return answer;
    }

    /// <summary>Posts bytes as they are, for what is no text or no valid one.</summary>
    public Task<Answer> PostBytesAsync(string path, byte[] body, string contentType = "application/json", string? contentEncoding = null) =>
        SendAsync(HttpMethod.Post, path, body, contentType, contentEncoding is null ? [] : [("Content-Encoding", contentEncoding)]);

    private Task<Answer> SendAsync(HttpMethod method, string path, string? body, string? contentType, (string Name, string Value)[] headers) =>
        SendAsync(method, path, body is null ? null : Encoding.UTF8.GetBytes(body), contentType, headers);

    private async Task<Answer> SendAsync(HttpMethod method, string path, byte[]? body, string? contentType, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(_server, path));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            if (contentType is not null)
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            }
        }

        foreach (var (name, value) in headers.Append(("x-api-key", Key ?? "")).Append(("x-api-id", AppId ?? "")).Where(header => header.Item2.Length > 0))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        var response = await Client.SendAsync(request, Cancelled);
        var text = await response.Content.ReadAsStringAsync(Cancelled);
        return new Answer(response.StatusCode, text.Length == 0 || response.Content.Headers.ContentType?.MediaType == "text/plain" ? null : JsonNode.Parse(text), text, response);
    }

    /// <summary>Sends a message and gives its id.</summary>
    public async Task<string> SendAsync(JsonNode message) => (string)(await PostAsync("/api/v1/message/send", message)).Results[0]!["id"]!;

    public Task<string> SendTextAsync(string phone = Phone, string body = "Hello") => SendAsync(Text(phone, body));

    public async Task RegisterWebhookAsync(string url) => (await PostAsync("/api/v1/config/webhook", new JsonObject { ["url"] = url })).Ok();

    /// <summary>Lets a customer write; the answer tells what became of the push.</summary>
    public async Task<JsonNode> CustomerWritesAsync(JsonNode? message = null) =>
        (await PostAsync("/_sandbox/inbound?wait=PT1M", message ?? new JsonObject { ["from"] = new JsonObject { ["phone"] = Phone }, ["text"] = new JsonObject { ["body"] = "Hi" } })).Ok().Body!;

    public async Task FreezeAsync(string now = "2026-01-05T10:00:00Z") =>
        (await CallAsync(HttpMethod.Put, "/_sandbox/clock", $$"""{"mode":"frozen","now":"{{now}}"}""")).Ok();

    /// <summary>Moves time; when it ends, every push so caused has been attempted.</summary>
    public async Task<JsonNode> AdvanceAsync(string by = "PT5S") => (await PostAsync("/_sandbox/clock/advance", new JsonObject { ["by"] = by })).Ok().Body!;

    public async Task ResetAsync() => (await CallAsync(HttpMethod.Delete, "/_sandbox/workspace", null)).Is(System.Net.HttpStatusCode.NoContent);

    public async Task<JsonNode> LookAsync() => (await GetAsync("/_sandbox/workspace")).Ok().Body!;

    public async Task<JsonArray> PushesAsync(string query = "") => (await GetAsync("/_sandbox/webhooks" + query)).Ok().Body!["pushes"]!.AsArray();

    /// <summary>The session a customer's message goes to.</summary>
    public async Task<string> SessionAsync() => (string)(await CustomerWritesAsync())["message"]!["session"]!["sessionId"]!;

    public async Task<JsonArray> MessagesAsync(string sessionId) =>
        (await PostAsync("/api/v1/session/messages", new JsonObject { ["sessionId"] = sessionId })).Results;

    /// <summary>The message as its session tells it, found by the session of a contact's next inbound message.</summary>
    public async Task<JsonNode> MessageAsync(string messageId, string phone = Phone)
    {
        var sessionId = (string)(await CustomerWritesAsync(new JsonObject { ["from"] = new JsonObject { ["phone"] = phone } }))["message"]!["session"]!["sessionId"]!;
        return (await MessagesAsync(sessionId)).Single(message => (string)message!["messageId"]! == messageId)!;
    }
}
