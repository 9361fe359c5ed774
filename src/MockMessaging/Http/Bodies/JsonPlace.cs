using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace MockMessaging.Http;

/// <summary>Writes places in JSON texts as paths such as <c>contacts[0].name.first_name</c>.</summary>
internal static class JsonPlace
{
    private const int Longest = 200;

    /// <summary>The parser's path without its root: <c>$.to.phone</c> becomes <c>to.phone</c>.</summary>
    public static string FieldOf(string? path) => path is null or "$" ? "" : Cut(path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path);

    public static string Below(string owner, string name) => Cut(owner.Length == 0 ? name : $"{owner}.{name}");

    /// <summary>The objects and arrays of an array, with their paths.</summary>
    public static IEnumerable<(JsonElement Item, string Path)> ItemsOf(JsonElement array, string path) =>
        array.EnumerateArray().Index().Where(entry => entry.Item.ValueKind is JsonValueKind.Object or JsonValueKind.Array).Select(entry => (entry.Item, $"{path}[{entry.Index}]"));

    /// <summary>Limits the length of a text from a request, and so the length of an error that quotes it.</summary>
    public static string Cut(string text, int longest = Longest) => text.Length <= longest ? text : string.Concat(text.AsSpan(0, longest), "…");

    /// <summary>The reference to a place as the live service's parser writes it: <c>OutBoundMsg["to"]->OutBoundContact["phone"]</c>.</summary>
    public static string ReferenceTo(JsonTypeInfo shape, string path)
    {
        var reference = new StringBuilder();
        var here = shape;
        foreach (var step in StepsOf(path))
        {
            var isIndex = int.TryParse(step, CultureInfo.InvariantCulture, out _);
            reference.Append(reference.Length == 0 ? "" : "->").Append(isIndex ? "List" : here?.Type.Name ?? "Map").Append(isIndex ? $"[{step}]" : $"[\"{step}\"]");
            here = here is null ? null : Next(here, step);
        }

        return reference.Length == 0 ? shape.Type.Name : reference.ToString();
    }

    /// <summary>The kind of value that a shape expects at a place, in words for people who do not know .NET.</summary>
    public static string ExpectedAt(JsonTypeInfo shape, string path)
    {
        var here = shape;
        foreach (var step in StepsOf(path))
        {
            if (Next(here, step) is not { } next)
            {
                return "another kind of value";
            }

            here = next;
        }

        return NameOf(here.Type);
    }

    public static string NameOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var plain when plain == typeof(string) => "a string",
        var plain when plain == typeof(bool) => "true or false",
        var plain when plain == typeof(JsonObject) => "an object",
        var plain when plain == typeof(DateTimeOffset) => "an ISO 8601 date and time",
        var plain when plain == typeof(int) || plain == typeof(long) => "a whole number",
        { IsPrimitive: true } => "a number",
        { IsGenericType: true } plain when plain.GetGenericArguments().Length == 1 && typeof(IEnumerable).IsAssignableFrom(plain) => "an array",
        _ => "an object",
    };

    private static string[] StepsOf(string path) => path.Split(['.', '[', ']', '\''], StringSplitOptions.RemoveEmptyEntries);

    private static JsonTypeInfo? Next(JsonTypeInfo here, string step)
    {
        var type = here.Kind == JsonTypeInfoKind.Object ? here.Properties.FirstOrDefault(property => property.Name == step)?.PropertyType : here.ElementType;
        return type is null ? null : here.Options.GetTypeInfo(type);
    }
}
