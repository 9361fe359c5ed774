using System.Text.Json.Nodes;
using MockMessaging.Conversations;
using MockMessaging.Workspaces;

namespace MockMessaging.Delivery;

/// <summary>What a customer writes in answer to a message.</summary>
internal static class CustomerReplies
{
    public static CustomerMessage To(Message message, ReplyKind reply) => reply switch
    {
        ReplyKind.FirstButton when FirstButton(message) is { } pressed => new CustomerMessage { Reply = pressed },
        ReplyKind.Picture => new CustomerMessage { Type = "image" },
        ReplyKind.Stop => new CustomerMessage { Text = new() { Body = "STOP" } },
        _ => new CustomerMessage(),
    };

    private static CustomerReply? FirstButton(Message message)
    {
        var buttons = message.Details?.FromTemplate?["buttons"] as JsonArray ?? (JsonNode.Parse(message.Body) as JsonObject)?["options"]?["buttons"] as JsonArray;
        return buttons?.FirstOrDefault() is JsonObject first && (Word(first, "code") ?? Word(first, "label")) is { } code
            ? new CustomerReply { Id = code, Title = Word(first, "label") ?? code }
            : null;
    }

    private static string? Word(JsonObject button, string name) => button[name] is JsonValue value && value.TryGetValue<string>(out var word) ? word : null;
}
