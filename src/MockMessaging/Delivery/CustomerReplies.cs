using System.Text.Json.Nodes;
using MockMessaging.Conversations;
using MockMessaging.State;

namespace MockMessaging.Delivery;

/// <summary>What a customer replies to a message.</summary>
internal static class CustomerReplies
{
    private const string QuickReply = "QUICK_REPLY";

    public static CustomerMessage To(Message message, ReplyKind reply) => reply switch
    {
        ReplyKind.FirstButton when FirstReply(message) is { } pressed => new CustomerMessage { Reply = pressed },
        ReplyKind.Picture => new CustomerMessage { Type = "image" },
        ReplyKind.Stop => new CustomerMessage { Text = new() { Body = "STOP" } },
        _ => new CustomerMessage(),
    };

    /// <summary>The first button that replies; the others open something. A button without a type replies too.</summary>
    private static CustomerReply? FirstReply(Message message)
    {
        var buttons = message.Details?.FromTemplate?["buttons"] as JsonArray ?? (JsonNode.Parse(message.Body) as JsonObject)?["options"]?["buttons"] as JsonArray;
        var replies = buttons?.OfType<JsonObject>().Where(button => (Word(button, "type") ?? QuickReply).Equals(QuickReply, StringComparison.OrdinalIgnoreCase));
        return replies?.FirstOrDefault() is { } first && (Word(first, "code") ?? Word(first, "label")) is { } code
            ? new CustomerReply { Id = code, Title = Word(first, "label") ?? code }
            : null;
    }

    private static string? Word(JsonObject button, string name) => button[name] is JsonValue value && value.TryGetValue<string>(out var word) ? word : null;
}
