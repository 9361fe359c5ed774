using System.Text.Json;
using System.Text.Json.Nodes;
using MockMessaging.Contract;

namespace MockMessaging.Delivery;

/// <summary>Values for placeholders that a provider does not fill in.</summary>
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
