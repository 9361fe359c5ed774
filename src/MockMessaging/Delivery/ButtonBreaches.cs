using MockMessaging.Contract;

namespace MockMessaging.Delivery;

/// <summary>Buttons a provider does not show: too many, or with too much on them.</summary>
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
