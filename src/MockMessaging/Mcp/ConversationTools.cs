using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ModelContextProtocol.Server;

namespace MockMessaging.Mcp;

/// <summary>Tools that show conversations.</summary>
[McpServerToolType]
internal sealed class ConversationTools(ControlCalls calls)
{
    [McpServerTool(Name = "list_conversations", ReadOnly = true, OpenWorld = false)]
    [Description("Lists the contacts with their last message, newest first.")]
    public Task<string> List(
        [Description("How many at most. Default 20.")] int limit = 20,
        [Description(Texts.Key)] string? key = null,
        CancellationToken cancelled = default) =>
        calls.TextAsync(HttpMethod.Get, ControlCalls.Query("/_sandbox/conversations", ("order", "newest"), ("limit", Number(limit))), null, key, cancelled);

    [McpServerTool(Name = "conversation_timeline", ReadOnly = true, OpenWorld = false)]
    [Description("Shows the newest messages with a contact as Markdown, in order of time: texts, statuses, pushes with the response of the webhook, and what is still due.")]
    public async Task<string> TimelineAsync(
        [Description("The contact, such as wa919988776655_918828218374; list_conversations has them.")] string contactId,
        [Description("How many messages at most, 1 to 50. Default 20.")] int limit = 20,
        [Description(Texts.Key)] string? key = null,
        CancellationToken cancelled = default)
    {
        var contact = await calls.SendAsync(HttpMethod.Get, "/_sandbox/conversations/" + Uri.EscapeDataString(contactId), null, key, cancelled).ConfigureAwait(false);
        var list = await calls.SendAsync(
            HttpMethod.Get,
            ControlCalls.Query("/_sandbox/messages", ("contactId", contactId), ("order", "newest"), ("limit", Number(Math.Clamp(limit, 1, 50)))),
            null,
            key,
            cancelled).ConfigureAwait(false);
        var text = new StringBuilder($"# {contact!["name"] ?? contact["phone"] ?? contactId}\n\n{contactId}, {contact["messages"]} messages in all\n");
        foreach (var message in list!["messages"]!.AsArray().Reverse())
        {
            Write(text, (await calls.SendAsync(HttpMethod.Get, $"/_sandbox/messages/{message!["id"]}", null, key, cancelled).ConfigureAwait(false))!);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode message)
    {
        var from = (string?)message["direction"] == "inbound" ? "Customer" : "Application";
        text.Append(CultureInfo.InvariantCulture, $"\n## {message["at"]} {from}: {message["type"]}, {message["status"]}\n\nid {message["id"]}\n");
        if ((string?)message["text"] is { Length: > 0 } body)
        {
            text.Append("\n> ").Append(body.ReplaceLineEndings("\n> ")).Append('\n');
        }

        text.Append('\n');
        foreach (var entry in message["timeline"]!.AsArray().OfType<JsonObject>())
        {
            string?[] parts = [(string?)entry["what"], (string?)entry["status"], entry["httpStatus"] is { } http ? $"HTTP {http}" : null, (string?)entry["detail"]];
            text.Append(CultureInfo.InvariantCulture, $"- {entry["at"]} {string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)))}\n");
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Tools for the workspace as a whole.</summary>
[McpServerToolType]
internal sealed class WorkspaceTools(ControlCalls calls)
{
    [McpServerTool(Name = "get_workspace", ReadOnly = true, OpenWorld = false)]
    [Description("Shows the workspace: clock, settings, client apps with their webhooks, and how much it holds.")]
    public Task<string> Get([Description(Texts.Key)] string? key = null, CancellationToken cancelled = default) =>
        calls.TextAsync(HttpMethod.Get, "/_sandbox/workspace", null, key, cancelled);

    [McpServerTool(Name = "remove_rules_and_faults", OpenWorld = false)]
    [Description("Removes all outcome rules and all faults of the workspace. Messages and conversations stay.")]
    public async Task<string> RemoveAsync([Description(Texts.Key)] string? key = null, CancellationToken cancelled = default)
    {
        await calls.TextAsync(HttpMethod.Delete, "/_sandbox/outcomes", null, key, cancelled).ConfigureAwait(false);
        await calls.TextAsync(HttpMethod.Delete, "/_sandbox/faults", null, key, cancelled).ConfigureAwait(false);
        return "All outcome rules and faults are removed.";
    }
}
