using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Server;

namespace MockMessaging.Mcp;

/// <summary>Tools that play the customer, the clock and the provider.</summary>
[McpServerToolType]
internal sealed class CustomerTools(ControlCalls calls)
{
    [McpServerTool(Name = "send_as_customer", OpenWorld = false)]
    [Description("Writes a message as a customer to the application under test. Returns the message and what became of its push to the webhook.")]
    public Task<string> Send(
        [Description("Phone of the customer, such as +919988776655.")] string phone,
        [Description("Text of the message. Leave it out for a made-up text, or if message says the content.")] string? text = null,
        [Description("Channel to write on, such as wa360:918828218374. Default: the first one.")] string? channelId = null,
        [Description("Any other content as JSON object, as POST /_sandbox/inbound takes it: {\"type\":\"image\"} for a picture, {\"location\":{…}}, {\"form\":{\"id\":\"YES\"}} for a button.")] JsonElement? message = null,
        [Description(Texts.Key)] string? key = null,
        CancellationToken cancelled = default)
    {
        var body = ControlCalls.Node(message, nameof(message)) as JsonObject ?? [];
        body["from"] ??= new JsonObject { ["phone"] = phone };
        if (text is not null)
        {
            body["text"] = new JsonObject { ["body"] = text };
        }

        if (channelId is not null)
        {
            body["channelId"] = channelId;
        }

        return calls.TextAsync(HttpMethod.Post, "/_sandbox/inbound?wait=PT30S", body, key, cancelled);
    }

    [McpServerTool(Name = "set_clock", OpenWorld = false, Destructive = false)]
    [Description("Sets the clock of the workspace: frozen stops it, real lets it run, scaled lets it run faster. Returns the clock.")]
    public Task<string> SetClock(
        [Description("frozen, real or scaled.")] string mode,
        [Description("The time to set, such as 2030-01-01T09:00:00Z. Default: the present time of the clock.")] string? now = null,
        [Description("For scaled: seconds of the clock per real second.")] double? scale = null,
        [Description(Texts.Key)] string? key = null,
        CancellationToken cancelled = default) =>
        calls.TextAsync(HttpMethod.Put, "/_sandbox/clock", ControlCalls.Body(("mode", mode), ("now", now), ("scale", scale)), key, cancelled);

    [McpServerTool(Name = "advance_clock", OpenWorld = false, Destructive = false)]
    [Description("Moves the clock forward. Returns when everything due in that time has happened and every push has been attempted.")]
    public Task<string> Advance(
        [Description("How far, as ISO 8601 duration: PT5S, PT1H, P1D.")] string by,
        [Description(Texts.Key)] string? key = null,
        CancellationToken cancelled = default) =>
        calls.TextAsync(HttpMethod.Post, "/_sandbox/clock/advance", ControlCalls.Body(("by", by)), key, cancelled);

    [McpServerTool(Name = "list_outcomes", ReadOnly = true, OpenWorld = false)]
    [Description("Lists what can happen to a message: outcomes with their test phone numbers, and the rules that were added.")]
    public Task<string> ListOutcomes([Description(Texts.Key)] string? key = null, CancellationToken cancelled = default) =>
        calls.TextAsync(HttpMethod.Get, "/_sandbox/outcomes", null, key, cancelled);

    [McpServerTool(Name = "add_outcome_rule", OpenWorld = false, Destructive = false)]
    [Description("Adds a rule that chooses what happens to messages of the application, such as that they fail.")]
    public Task<string> AddRule(
        [Description("Name of an outcome, such as failed, never-read or replies; list_outcomes has all.")] string outcome,
        [Description("Which messages, as JSON object with any of phone, email, contactId, channelId, templateCode, text, type. Default: all.")] JsonElement? match = null,
        [Description("For how many messages. Default: no limit.")] int? times = null,
        [Description("Code of the provider's error for an outcome that fails, such as 131026.")] string? errorCode = null,
        [Description(Texts.Key)] string? key = null,
        CancellationToken cancelled = default) =>
        calls.TextAsync(
            HttpMethod.Post,
            "/_sandbox/outcomes",
            ControlCalls.Body(
                ("outcome", outcome), ("match", ControlCalls.Node(match, nameof(match))), ("times", times), ("error", errorCode is null ? null : ControlCalls.Body(("code", errorCode)))),
            key,
            cancelled);

    [McpServerTool(Name = "add_fault", OpenWorld = false, Destructive = false)]
    [Description("Makes requests of the application, or pushes to its webhook, fail on purpose.")]
    public Task<string> AddFault(
        [Description("What happens, as JSON object. Requests: {\"status\":503}, {\"status\":429,\"retryAfter\":\"PT2S\"}, {\"delay\":\"PT3S\"}, {\"reset\":true}. Pushes: {\"duplicate\":1}, {\"drop\":true}, {\"reorder\":true}, {\"corrupt\":true}.")] JsonElement effect,
        [Description("What it hits, as JSON object. Requests: {\"method\":\"POST\",\"path\":\"/api/v1/message/send\"}. Pushes: {\"webhooks\":true}, with type, status or contactId. Default: all pushes if the effect is for pushes, else all requests.")] JsonElement? target = null,
        [Description("When, as JSON object: {\"next\":2}, {\"every\":3}, {\"probability\":0.2} or {\"always\":true}. Default: once.")] JsonElement? trigger = null,
        [Description("A name for it, without blanks.")] string? name = null,
        [Description(Texts.Key)] string? key = null,
        CancellationToken cancelled = default) =>
        calls.TextAsync(
            HttpMethod.Post,
            "/_sandbox/faults",
            ControlCalls.Body(
                ("effect", ControlCalls.Node(effect, nameof(effect))), ("target", ControlCalls.Node(target, nameof(target))), ("trigger", ControlCalls.Node(trigger, nameof(trigger))), ("name", name)),
            key,
            cancelled);
}
