using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockMessaging.Authentication;
using MockMessaging.Contract;
using MockMessaging.Http;
using ModelContextProtocol;

namespace MockMessaging.Mcp;

/// <summary>
/// Sends requests to the control plane of this server, so that tools have the same checks, the same errors and the same responses. Key, token and host are those
/// of the MCP request.
/// </summary>
[SuppressMessage("Security", "CA5359", Justification = "It connects to this process only.")]
internal sealed class ControlCalls(ServerAddresses addresses, IHttpContextAccessor caller) : IDisposable
{
    private static readonly string[] Passed = ["Authorization", "x-api-id"];

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,

        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = static (_, _, _, _) => true },
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <param name="key">The key of the workspace; null for that of the MCP request.</param>
    /// <exception cref="McpException">The control plane refused the request; the message says why.</exception>
    public async Task<JsonNode?> SendAsync(HttpMethod method, string path, JsonNode? body, string? key, CancellationToken cancelled)
    {
        var text = await TextAsync(method, path, body, key, cancelled).ConfigureAwait(false);
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    /// <summary>The response as the control plane wrote it.</summary>
    /// <exception cref="McpException">The control plane refused the request; the message says why.</exception>
    public async Task<string> TextAsync(HttpMethod method, string path, JsonNode? body, string? key, CancellationToken cancelled)
    {
        var context = caller.HttpContext!;
        using var request = new HttpRequestMessage(method, new Uri(Address(), path));
        request.Headers.Host = context.Request.Host.Value;
        request.Headers.TryAddWithoutValidation("x-api-key", key ?? ApiKeyMiddleware.Value(context.Request, "x-api-key")
            ?? throw new McpException("The key is missing: send it as header x-api-key of the MCP connection, or as argument key."));
        foreach (var name in Passed)
        {
            if (context.Request.Headers[name] is [{ } value, ..])
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        request.Content = body is null ? null : new StringContent(body.ToJsonString(ContractJsonOptions.Sparse), System.Text.Encoding.UTF8, "application/json");
        using var response = await _client.SendAsync(request, cancelled).ConfigureAwait(false);
        var text = await response.Content.ReadAsStringAsync(cancelled).ConfigureAwait(false);
        return response.IsSuccessStatusCode ? text : throw new McpException(Reason(text) ?? $"The control plane returned {(int)response.StatusCode}.");
    }

    public void Dispose() => _client.Dispose();

    /// <summary>What an argument says: JSON, or JSON that an agent has put into a string.</summary>
    /// <exception cref="McpException">It is not JSON.</exception>
    public static JsonNode? Node(JsonElement? argument, string name)
    {
        try
        {
            return argument switch
            {
                null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
                { ValueKind: JsonValueKind.String } text when text.GetString()!.TrimStart().StartsWith('{') => JsonNode.Parse(text.GetString()!),
                { } given => JsonNode.Parse(given.GetRawText()),
            };
        }
        catch (JsonException)
        {
            throw new McpException($"{name} is not JSON.");
        }
    }

    /// <summary>An object of the properties that are not null.</summary>
    public static JsonObject Body(params (string Name, JsonNode? Value)[] properties) =>
        new(properties.Where(property => property.Value is not null).Select(property => KeyValuePair.Create(property.Name, property.Value)));

    public static string Query(string path, params (string Name, string? Value)[] parameters) =>
        path + string.Concat(parameters.Where(parameter => parameter.Value is not null).Select((parameter, index) => $"{(index == 0 ? '?' : '&')}{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}"));

    private static string? Reason(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject problem ? (string?)problem["detail"] ?? text : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Without TLS if it listens without, too.</summary>
    private Uri Address() => new(addresses.Local.OrderBy(static address => address.StartsWith("https:", StringComparison.Ordinal)).First());
}
