using System.Text.Json.Nodes;
using MockMessaging.Conversations;
using MockMessaging.State;

namespace MockMessaging.Delivery;

/// <summary>What a customer replies to a message.</summary>
internal static class CustomerReplies
{
    public static CustomerContent To(Message message, DeliveryStage stage) => stage switch
    {
        { Reply: ReplyKind.Scripted, Script: { Button: { } button } } => Press(message, button),
        { Reply: ReplyKind.Scripted, Script: { Content: { } content } } => CustomerJson.Read(content),
        { Reply: ReplyKind.FirstButton } when MessageButtons.Of(message).FirstOrDefault() is { } first => first,
        { Reply: ReplyKind.Picture } => new CustomerContent { Type = "image" },
        { Reply: ReplyKind.Stop } => new CustomerContent { Text = new() { Body = "STOP" } },
        _ => new CustomerContent(),
    };

    /// <summary>A customer who does not find the button writes what it would have said.</summary>
    private static CustomerContent Press(Message message, string button) =>
        MessageButtons.Of(message).FirstOrDefault(content => MessageButtons.Is(content, button)) ?? new CustomerContent { Text = new() { Body = button } };
}

/// <summary>The buttons of a message that reply; the others open something. A button without a type replies too.</summary>
internal static class MessageButtons
{
    private const string QuickReply = "QUICK_REPLY";

    public static IEnumerable<CustomerContent> Of(Message message) =>
        In(message.Details?.FromTemplate?["buttons"] as JsonArray ?? (JsonNode.Parse(message.Body) as JsonObject)?["options"]?["buttons"] as JsonArray);

    /// <summary>True if a message that is about to be sent offers the button.</summary>
    /// <param name="button">Its label or code.</param>
    public static bool Offers(ProviderCheck check, string button) =>
        In(check.Template?.Options?["buttons"] as JsonArray).Any(content => Is(content, button))
        || (check.Message.Options?.Buttons ?? []).Any(offered => IsReply(offered.Type) && (Same(offered.Code, button) || Same(offered.Label, button)));

    public static bool Is(CustomerContent pressed, string button) => Same(pressed.Reply?.Id, button) || Same(pressed.Reply?.Title, button);

    private static IEnumerable<CustomerContent> In(JsonArray? buttons) =>
        from button in (buttons ?? []).OfType<JsonObject>()
        where IsReply(Word(button, "type"))
        let code = Word(button, "code") ?? Word(button, "label")
        where code is not null
        select new CustomerContent { Reply = new CustomerReply { Id = code, Title = Word(button, "label") ?? code } };

    private static bool IsReply(string? type) => Same(type ?? QuickReply, QuickReply);

    private static bool Same(string? word, string wanted) => wanted.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static string? Word(JsonObject button, string name) => button[name] is JsonValue value && value.TryGetValue<string>(out var word) ? word : null;
}
