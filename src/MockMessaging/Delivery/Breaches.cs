using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MockMessaging.Contract;
using MockMessaging.Conversations;
using MockMessaging.Templates;

namespace MockMessaging.Delivery;

/// <summary>Addresses that this API accepts and a provider would reject.</summary>
internal static class ReceiverBreaches
{
    private const string InternationalForm = "in international form, such as +44 7700 900123";

    /// <summary>With more than digits, the customer's reply comes from the number in digits, and so from another contact than that of this message.</summary>
    public static IEnumerable<string> Phone(ProviderCheck check, int most) =>
        PhoneOf(check) is not { } number ? []
        : number.Any(letter => !char.IsAsciiDigit(letter)) ? [$"to.phone '{check.Message.To!.Phone}' holds more than digits, so the customer's answer will come from another contact; send it {Form(number)}"]
        : PhoneForms.Problem(number) is { } problem ? [$"to.phone '{check.Message.To!.Phone}' {problem}; send it {InternationalForm}"]
        : [];

    public static IEnumerable<string> OldPhone(ProviderCheck check, int most) =>
        PhoneOf(check) is { } number && PhoneForms.OldForm(number) is { } old
            ? [$"to.phone '{check.Message.To!.Phone}' {old}; the customer's answer may come in that form, and so from another contact"]
            : [];

    public static IEnumerable<string> Mail(ProviderCheck check, int most) =>
        check.Message.To is { Email: { } mail } to && string.IsNullOrWhiteSpace(to.ContactId) && !IsAddress(mail)
            ? [$"to.email '{mail}' is not one plain mail address, so it reaches nobody; send it as name@example.com"]
            : [];

    public static IEnumerable<string> OptedOut(ProviderCheck check, int most) =>
        check.Type is MessageTypes.Optin or MessageTypes.Optout ? []
        : check.Contact.StoppedAt is not null ? ["the customer wrote STOP, and gets nothing before START"]
        : check.Contact.OptedOutAt is not null ? ["an optout was sent to this contact; send optin first"]
        : [];

    private static string? PhoneOf(ProviderCheck check) =>
        check.Message.To is { Phone: { } phone } to && string.IsNullOrWhiteSpace(to.ContactId) ? ContactAddress.Normalise(phone) : null;

    /// <summary>How to write it: in digits, if that makes a number, else by an example.</summary>
    private static string Form(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        var isOnlyDivided = number.All(letter => char.IsAsciiDigit(letter) || char.IsWhiteSpace(letter) || "+-().".Contains(letter, StringComparison.Ordinal));
        return isOnlyDivided && PhoneForms.Problem(digits) is null ? "as +" + digits : InternationalForm;
    }

    private static bool IsAddress(string mail) =>
        mail.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at < mail.Length - 1
        && mail.IndexOf('@', at + 1) < 0
        && !mail.Any(letter => char.IsWhiteSpace(letter) || letter is ',' or ';' or ':' or '<' or '>' or '"' or '(' or ')');
}

/// <summary>Texts that are longer than a provider takes. It counts characters of Unicode, so an emoji may be one or more.</summary>
internal static class TextBreaches
{
    public static IEnumerable<string> Text(ProviderCheck check, int most) =>
        check.Type == MessageTypes.Text ? TooLong("text.body", check.Message.Text?.Body, most) : [];

    /// <summary>Instagram counts bytes, so a letter may be one to four.</summary>
    public static IEnumerable<string> Bytes(ProviderCheck check, int most) =>
        check is { Type: MessageTypes.Text, Message.Text.Body: { } text } && Encoding.UTF8.GetByteCount(text) is var bytes && bytes > most
            ? [$"text.body has {bytes} bytes in UTF-8; {most} are allowed"]
            : [];

    public static IEnumerable<string> WithButtons(ProviderCheck check, int most) =>
        check.Type == MessageTypes.Text && check.Message.Options is { Buttons.Count: > 0 } && !ButtonBreaches.IsList(check.Message)
            ? TooLong("text.body, with reply buttons,", check.Message.Text?.Body, most)
            : [];

    public static IEnumerable<string> Filled(ProviderCheck check, int most) =>
        check.Type == MessageTypes.Template ? TooLong("the filled template", check.Text, most) : [];

    public static IEnumerable<string> Captions(ProviderCheck check, int most) =>
    [
        .. TooLong("image.caption", check.Message.Image?.Caption, most),
        .. TooLong("video.caption", check.Message.Video?.Caption, most),
        .. TooLong("document.caption", check.Message.Document?.Caption, most),
    ];

    public static int Length(string text) => text.EnumerateRunes().Count();

    private static IEnumerable<string> TooLong(string what, string? text, int most) =>
        text?.Length > most && Length(text) is var length && length > most ? [$"{what} has {length} characters; {most} are allowed"] : [];
}

/// <summary>Languages, placeholders and values of templates that a provider rejects.</summary>
internal static partial class TemplateBreaches
{
    public static IEnumerable<string> Language(ProviderCheck check, int most) =>
        check.Message.Template is { } wanted && TemplateSelector.OtherLanguage(wanted, check.Template) is { } other ? [other] : [];

    public static IEnumerable<string> Variables(ProviderCheck check, int most)
    {
        if (check.Template is not { } template || check.Message.Template is not { } wanted)
        {
            return [];
        }

        // What stands in a block may be left out on purpose.
        var text = string.Join('\n', template.Template ?? template.Body, template.Title, template.Header, template.Footer);
        if (text.Contains("{{#", StringComparison.Ordinal))
        {
            return [];
        }

        var names = Placeholder().Matches(text).Select(match => match.Groups["name"].Value).Distinct().ToList();
        var missing = names.Where(name => !HasValue(wanted.Data, name)).ToList();
        return missing.Count > 0
            ? [$"template.data has {names.Count - missing.Count} of the {names.Count} values of template '{template.Code}'; missing: {string.Join(", ", missing)}"]
            : [];
    }

    public static IEnumerable<string> Values(ProviderCheck check, int most) =>
        check.Message.Template?.Data is { Count: > 0 } data ? Walk(data, "template.data", new string(' ', most + 1), most) : [];

    private static bool HasValue(JsonObject? data, string path)
    {
        JsonNode? node = data;
        foreach (var name in path.Split('.'))
        {
            node = node is JsonObject fields ? fields[name] : node is JsonArray items && int.TryParse(name, out var index) && index >= 0 && index < items.Count ? items[index] : null;
        }

        return node is not null && !(node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length == 0);
    }

    [GeneratedRegex(@"\{\{\{?\s*data\.(?<name>\w+(\.\w+)*)\s*\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();

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

    public static IEnumerable<string> Replies(ProviderCheck check, int most) => Replies(check.Message, most);

    public static IEnumerable<string> Labels(ProviderCheck check, int most) => IsList(check.Message) ? [] : TooLong(check.Message, most, "label", button => button.Label, "button");

    public static IEnumerable<string> Rows(ProviderCheck check, int most) =>
        IsList(check.Message) && check.Message.Options!.Buttons!.Count > most
            ? [$"options.buttons has {check.Message.Options.Buttons.Count} list rows; WhatsApp takes {most}"]
            : [];

    public static IEnumerable<string> RowTitles(ProviderCheck check, int most) => IsList(check.Message) ? TooLong(check.Message, most, "label", button => button.Label, "list row") : [];

    public static IEnumerable<string> RowDescriptions(ProviderCheck check, int most) => IsList(check.Message) ? TooLong(check.Message, most, "desc", button => button.Desc, "list row") : [];

    public static bool IsList(OutBoundMsg message) =>
        message.Options is { Buttons.Count: > 0 } options
        && (Is(options.ButtonDisplayScheme, "list") || (!Is(options.ButtonDisplayScheme, "buttons") && Replies(message) > MostButtons));

    private static IEnumerable<string> Replies(OutBoundMsg message, int most) =>
        !IsList(message) && Replies(message) is var count && count > most
            ? [$"options.buttons has {count} reply buttons; WhatsApp takes {most}, or up to 10 with buttonDisplayScheme list"]
            : [];

    private static IEnumerable<string> TooLong(OutBoundMsg message, int most, string field, Func<TmplElement, string?> text, string what) =>
        message.Options?.Buttons is { Count: > 0 } buttons
            ? from button in buttons.Index()
              where text(button.Item)?.Length > most
              let length = TextBreaches.Length(text(button.Item)!)
              where length > most
              select $"options.buttons[{button.Index}].{field} has {length} letters; WhatsApp takes {most} on a {what}"
            : [];

    private static int Replies(OutBoundMsg message) =>
        message.Options?.Buttons?.Count(button => string.IsNullOrEmpty(button.Type) || Is(button.Type, QuickReply)) ?? 0;

    private static bool Is(string? word, string wanted) => wanted.Equals(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Files whose type or size a provider does not accept. What is not known is not checked.</summary>
internal static class FileBreaches
{
    public static IEnumerable<string> ImageType(ProviderCheck check, int most) => Type(check, "image", check.Message.Image, "image/jpeg", "image/png");

    public static IEnumerable<string> VideoType(ProviderCheck check, int most) => Type(check, "video", check.Message.Video, "video/mp4", "video/3gpp");

    public static IEnumerable<string> AudioType(ProviderCheck check, int most) =>
        Type(check, "audio", check.Message.Audio, "audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg");

    public static IEnumerable<string> ImageSize(ProviderCheck check, int most) => Size(check, "image", check.Message.Image, most);

    public static IEnumerable<string> AudioVideoSize(ProviderCheck check, int most) =>
        [.. Size(check, "audio", check.Message.Audio, most), .. Size(check, "video", check.Message.Video, most)];

    public static IEnumerable<string> DocumentSize(ProviderCheck check, int most) => Size(check, "document", check.Message.Document, most);

    private static IEnumerable<string> Type(ProviderCheck check, string kind, OutBoundMsgMedia? media, params string[] taken) =>
        media is not null && check.TypeOf(media) is { } type && !taken.Contains(type)
            ? [$"{kind}.link is a file of type {type}; WhatsApp takes {string.Join(", ", taken)} as {kind}"]
            : [];

    private static IEnumerable<string> Size(ProviderCheck check, string kind, OutBoundMsgMedia? media, int most) =>
        media is not null && check.BytesOf(media) is { } bytes && bytes > most
            ? [$"{kind}.link is a file of {bytes} bytes; WhatsApp takes {most} as {kind}"]
            : [];
}
