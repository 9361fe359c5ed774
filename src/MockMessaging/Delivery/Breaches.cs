using System.Text.Json;
using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.Conversations;

namespace MockMessaging.Delivery;

/// <summary>Addresses that this API accepts and a provider would reject.</summary>
internal static class ReceiverBreaches
{
    /// <summary>The customer's reply comes from the number in digits, and so from another contact than that of this message.</summary>
    public static IEnumerable<string> Phone(OutBoundMsg message) =>
        message.To is { Phone: { } phone } to
        && string.IsNullOrWhiteSpace(to.ContactId)
        && ContactAddress.Normalise(phone) is { } number
        && number.Any(letter => !char.IsAsciiDigit(letter))
            ? [$"to.phone '{phone}' holds more than digits, so the customer's answer will come from another contact; send it as +{Digits(number)}"]
            : [];

    public static IEnumerable<string> Mail(OutBoundMsg message) =>
        message.To is { Email: { } mail } to && string.IsNullOrWhiteSpace(to.ContactId) && !IsAddress(mail)
            ? [$"to.email '{mail}' is not one plain mail address, so it reaches nobody; send it as name@example.com"]
            : [];

    private static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));

    private static bool IsAddress(string mail) =>
        mail.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at < mail.Length - 1
        && mail.IndexOf('@', at + 1) < 0
        && !mail.Any(letter => char.IsWhiteSpace(letter) || letter is ',' or ';' or ':' or '<' or '>' or '"' or '(' or ')');
}

/// <summary>Values of placeholders that a provider rejects.</summary>
internal static class TemplateBreaches
{
    public static IEnumerable<string> Blanks(OutBoundMsg message, int most) =>
        message.Template?.Data is { Count: > 0 } data ? Walk(data, "template.data", new string(' ', most + 1), most) : [];

    private static IEnumerable<string> Walk(JsonNode node, string path, string tooMany, int most) => node switch
    {
        JsonObject fields => fields.Where(field => field.Value is not null).SelectMany(field => Walk(field.Value!, $"{path}.{field.Key}", tooMany, most)),
        JsonArray items => items.Index().Where(item => item.Item is not null).SelectMany(item => Walk(item.Item!, $"{path}[{item.Index}]", tooMany, most)),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && What(value.GetValue<string>(), tooMany, most) is { } what
            => [$"{path} holds {what}; WhatsApp refuses such a value"],
        _ => [],
    };

    private static string? What(string text, string tooMany, int most) =>
        text.AsSpan().IndexOfAny('\n', '\r') >= 0 ? "a line break"
        : text.Contains('\t', StringComparison.Ordinal) ? "a tab"
        : text.Contains(tooMany, StringComparison.Ordinal) ? $"more than {most} blanks in a row"
        : null;
}

/// <summary>Buttons that a provider does not show: too many, or with too long labels.</summary>
internal static class ButtonBreaches
{
    private const string QuickReply = "QUICK_REPLY";

    /// <summary>More than this many cannot be buttons, so without a display scheme they become a list.</summary>
    private const int MostButtons = 3;

    public static IEnumerable<string> Replies(OutBoundMsg message, int most) =>
        !IsList(message) && Replies(message) is var count && count > most
            ? [$"options.buttons has {count} reply buttons; WhatsApp takes {most}, or up to 10 with buttonDisplayScheme list"]
            : [];

    public static IEnumerable<string> Labels(OutBoundMsg message, int most) => IsList(message) ? [] : TooLong(message, most, "button");

    public static IEnumerable<string> Rows(OutBoundMsg message, int most) =>
        IsList(message) && message.Options!.Buttons!.Count > most
            ? [$"options.buttons has {message.Options.Buttons.Count} list rows; WhatsApp takes {most}"]
            : [];

    public static IEnumerable<string> RowTitles(OutBoundMsg message, int most) => IsList(message) ? TooLong(message, most, "list row") : [];

    private static IEnumerable<string> TooLong(OutBoundMsg message, int most, string what) =>
        message.Options?.Buttons is { Count: > 0 } buttons
            ? buttons.Index().Where(button => button.Item.Label?.Length > most)
                .Select(button => $"options.buttons[{button.Index}].label has {button.Item.Label!.Length} letters; WhatsApp takes {most} on a {what}")
            : [];

    private static bool IsList(OutBoundMsg message) =>
        message.Options is { Buttons.Count: > 0 } options
        && (Is(options.ButtonDisplayScheme, "list") || (!Is(options.ButtonDisplayScheme, "buttons") && Replies(message) > MostButtons));

    private static int Replies(OutBoundMsg message) =>
        message.Options?.Buttons?.Count(button => string.IsNullOrEmpty(button.Type) || Is(button.Type, QuickReply)) ?? 0;

    private static bool Is(string? word, string wanted) => wanted.Equals(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Files whose type a provider does not accept. Only known extensions are checked.</summary>
internal static class FileBreaches
{
    public static IEnumerable<string> Of(string kind, OutBoundMsgMedia? media, params string[] taken) =>
        media is not null && MediaFiles.TypeOf(media.Filename, media.Link) is { } type && !taken.Contains(type)
            ? [$"{kind}.link is a file of type {type}; WhatsApp takes {string.Join(", ", taken)} as {kind}"]
            : [];
}
