using System.Text.Json;
using System.Text.Json.Nodes;
using MockMessaging.Contract;

namespace MockMessaging.Control;

/// <summary>Reads from a line of a transcript what the message shows beside its text.</summary>
internal static class MessageContents
{
    private const string QuickReply = "QUICK_REPLY";

    /// <summary>Phones show more replies than these as a list, unless the message asks for buttons.</summary>
    private const int MostReplyButtons = 3;

    /// <returns>Null if there is nothing beside the text, or the message was deleted.</returns>
    public static MessageContent? Of(ChatMessageDTO row)
    {
        if (row.Status == WireNames.Of(MessageStatus.Deltd))
        {
            return null;
        }

        var cards = row.Vccards ?? [];
        var buttons = Buttons(row.Options);
        var content = new MessageContent(
            Text(row.Options, "header"),
            Text(row.Options, "footer"),
            [.. (row.Attachments ?? []).Select(Attachment)],
            buttons,
            IsList(row.Options, buttons),
            [.. cards.Where(card => card.Locations is not { Count: > 0 }).Select(Card)],
            cards.SelectMany(card => card.Locations ?? []).Select(place => new ContentPlace(place.Latitude, place.Longitude, place.Name, place.Address)).FirstOrDefault(),
            row.Form is { } form ? new ContentReply(Text(form, "reply_id"), Text(form, "reply_title")) : null);
        return content is { Header: null, Footer: null, Attachments: [], Buttons: [], Cards: [], Place: null, Reply: null } ? null : content;
    }

    /// <summary>The buttons among the options of a message or template.</summary>
    public static IReadOnlyList<ContentButton> Buttons(JsonObject? options) =>
        [.. (options?["buttons"] as JsonArray ?? []).OfType<JsonObject>().Select(button => new ContentButton(
            Text(button, "type"), Text(button, "code"), Text(button, "label") ?? Text(button, "name"), Text(button, "desc"), Text(button, "url"), Text(button, "phone")))];

    private static bool IsList(JsonObject? options, IReadOnlyList<ContentButton> buttons) => Text(options, "buttonDisplayScheme")?.ToLowerInvariant() switch
    {
        "list" => true,
        "buttons" => false,
        _ => buttons.Count(button => button.Type == QuickReply) > MostReplyButtons,
    };

    private static ContentAttachment Attachment(Attachment given) =>
        new(given.MediaType is MediaType.Image or MediaType.Video or MediaType.Audio ? given.MediaType.Value.ToString().ToLowerInvariant() : "document", given.MediaURL, given.MediaName, given.MediaCaption, given.MediaMimeType);

    private static ContentCard Card(PBVCard card) => new(
        card.Name?.FormattedName ?? $"{card.Name?.FirstName} {card.Name?.LastName}".Trim(),
        card.Work?.FirstOrDefault()?.Company,
        [.. (card.Phones ?? []).Select(phone => phone.Phone).OfType<string>()],
        [.. (card.Emails ?? []).Select(mail => mail.Email).OfType<string>()]);

    private static string? Text(JsonObject? owner, string name) =>
        owner?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
