using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using ModelContextProtocol.Server;

namespace MockMessaging.Mcp;

/// <summary>Tools that say what the application received and sent.</summary>
[McpServerToolType]
internal sealed class WebhookTools(ControlCalls calls)
{
    [McpServerTool(Name = "check_webhook", OpenWorld = false, Destructive = false)]
    [Description("Sends an empty push to the registered webhook, and says whether it is accepted; if not, why and what to do.")]
    public Task<string> Check([Description(Texts.Key)] string? key = null, CancellationToken cancelled = default) =>
        calls.TextAsync(HttpMethod.Post, "/_sandbox/webhooks/check", null, key, cancelled);

    [McpServerTool(Name = "list_pushes", ReadOnly = true, OpenWorld = false)]
    [Description("Lists the pushes to the webhook, newest first, with all attempts and why one failed or was skipped.")]
    public Task<string> List(
        [Description("Only pushes in this state: pending, held, retrying, delivered, failed or skipped.")] string? state = null,
        [Description("Only pushes about this message.")] string? messageId = null,
        [Description("How many at most. Default 20.")] int limit = 20,
        [Description(Texts.Key)] string? key = null,
        CancellationToken cancelled = default) =>
        calls.TextAsync(
            HttpMethod.Get,
            ControlCalls.Query("/_sandbox/webhooks", ("state", state), ("messageId", messageId), ("order", "newest"), ("limit", limit.ToString(CultureInfo.InvariantCulture))),
            null,
            key,
            cancelled);

    [McpServerTool(Name = "list_requests", ReadOnly = true, OpenWorld = false)]
    [Description("Lists the requests of the application to the messaging API, newest first, with bodies and responses.")]
    public Task<string> ListRequests(
        [Description("Only requests to this path, such as /api/v1/message/send.")] string? path = null,
        [Description("Only requests with this HTTP status.")] int? status = null,
        [Description("How many at most. Default 20.")] int limit = 20,
        [Description(Texts.Key)] string? key = null,
        CancellationToken cancelled = default) =>
        calls.TextAsync(
            HttpMethod.Get,
            ControlCalls.Query("/_sandbox/requests", ("path", path), ("status", status?.ToString(CultureInfo.InvariantCulture)), ("order", "newest"), ("limit", limit.ToString(CultureInfo.InvariantCulture))),
            null,
            key,
            cancelled);

    [McpServerTool(Name = "verify_requests", ReadOnly = true, OpenWorld = false)]
    [Description("Counts the requests of the application that match, and says pass, fail or inconclusive, with the nearest misses. Give at most one of exactly, atLeast and atMost. Default: at least one.")]
    public Task<string> Verify(
        [Description("Which requests, as JSON object with any of method, path, status, headers, query and body. Default: all.")] JsonElement? match = null,
        [Description("Exactly this number.")] int? exactly = null,
        [Description("This number or more.")] int? atLeast = null,
        [Description("This number or fewer.")] int? atMost = null,
        [Description(Texts.Key)] string? key = null,
        CancellationToken cancelled = default) =>
        calls.TextAsync(
            HttpMethod.Post,
            "/_sandbox/requests/verify",
            ControlCalls.Body(("match", ControlCalls.Node(match, nameof(match))), ("exactly", exactly), ("atLeast", atLeast), ("atMost", atMost)),
            key,
            cancelled);
}

/// <summary>Texts that several tools share.</summary>
internal static class Texts
{
    public const string Key = "The x-api-key of the workspace. Default: the header x-api-key of the MCP connection.";
}
