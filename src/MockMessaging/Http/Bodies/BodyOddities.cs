using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using MockMessaging.Contract;

namespace MockMessaging.Http;

/// <summary>Something in a body that the live service silently accepts and that is probably a mistake.</summary>
/// <param name="Field">Where it is, such as <c>match.urlPath</c>; empty for the whole body.</param>
/// <param name="Sentence">What it is, and how it is read.</param>
/// <param name="Fix">What to do where it is refused; null if the sentence says enough.</param>
internal sealed record BodyOddity(string Field, string Sentence, string? Fix = null)
{
    public static readonly BodyOddity LoneSurrogate = new(
        "", "the body is not valid Unicode: an escape such as \\ud83d is half of a character; was a text cut inside an emoji? It is read as U+FFFD",
        "The body is not valid Unicode: an escape such as \\ud83d is half of a character; send both halves, or leave the character out");

    public string Refusal => (Fix ?? Sentence) + ".";
}

/// <summary>Finds properties that are there more than once. JSON does not say which one counts; here it is the last one, as in the live service.</summary>
internal static class DuplicateProperties
{
    private const int Most = 10;

    public static IReadOnlyList<BodyOddity> In(byte[] utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        var found = new List<BodyOddity>();
        Walk(document.RootElement, "", found);
        return found;
    }

    private static void Walk(JsonElement value, string path, List<BodyOddity> found)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var field in value.EnumerateObject())
            {
                var at = JsonPlace.Below(path, field.Name);
                if (!seen.Add(field.Name) && found.Count < Most)
                {
                    found.Add(new BodyOddity(at, $"property '{at}' is there more than once and the last one counts; remove the others", $"property '{at}' is there more than once; give it once"));
                }

                Walk(field.Value, at, found);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var (item, at) in JsonPlace.ItemsOf(value, path))
            {
                Walk(item, at, found);
            }
        }
    }
}

/// <summary>Finds properties that the shape of a request does not have. The live service ignores them; the sandbox mentions them.</summary>
internal static class UnknownProperties
{
    private const int Most = 10;

    /// <summary>Undocumented, but sent by the vendor's own client and supported here.</summary>
    private static readonly HashSet<string> Supported = ["voice", "to.csid"];

    public static IReadOnlyList<BodyOddity> In(byte[] utf8, JsonTypeInfo shape)
    {
        using var document = JsonDocument.Parse(utf8);
        var found = new List<BodyOddity>();
        Walk(document.RootElement, shape, "", found);
        return found;
    }

    private static void Walk(JsonElement value, JsonTypeInfo shape, string path, List<BodyOddity> found)
    {
        if (value.ValueKind == JsonValueKind.Array && shape.Kind == JsonTypeInfoKind.Enumerable)
        {
            foreach (var (item, at) in JsonPlace.ItemsOf(value, path))
            {
                Walk(item, shape.Options.GetTypeInfo(shape.ElementType!), at, found);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object && shape.Kind == JsonTypeInfoKind.Object)
        {
            foreach (var field in value.EnumerateObject())
            {
                Check(field, shape, path, found);
            }
        }
    }

    private static void Check(JsonProperty field, JsonTypeInfo shape, string owner, List<BodyOddity> found)
    {
        var path = JsonPlace.Below(owner, field.Name);
        if (shape.Properties.FirstOrDefault(property => property.Name == field.Name) is { } known)
        {
            Walk(field.Value, shape.Options.GetTypeInfo(known.PropertyType), path, found);
        }
        else if (found.Count < Most && !Supported.Contains(path))
        {
            found.Add(new BodyOddity(path, $"unknown property '{path}'{NearestName.DidYouMean(field.Name, shape.Properties.Select(property => property.Name))}"));
        }
    }
}

/// <summary>Finds null items of lists: an item that a test meant to give would be missing. In free JSON they are values.</summary>
internal static class NullItems
{
    public static IEnumerable<BodyOddity> In(byte[] utf8, JsonTypeInfo shape)
    {
        using var document = JsonDocument.Parse(utf8);
        foreach (var path in Walk(document.RootElement, shape, ""))
        {
            yield return new BodyOddity(path, $"{path}: it is null; give a value, or remove it from the list");
        }
    }

    private static IEnumerable<string> Walk(JsonElement value, JsonTypeInfo shape, string path) => (value.ValueKind, shape.Kind) switch
    {
        (JsonValueKind.Array, JsonTypeInfoKind.Enumerable) when shape.ElementType is { IsValueType: false } item && item != typeof(JsonNode) => value.EnumerateArray().Index()
            .SelectMany(entry => entry.Item.ValueKind == JsonValueKind.Null ? [$"{path}[{entry.Index}]"] : Walk(entry.Item, shape.Options.GetTypeInfo(item), $"{path}[{entry.Index}]")),
        (JsonValueKind.Object, JsonTypeInfoKind.Object) => value.EnumerateObject().SelectMany(field =>
            shape.Properties.FirstOrDefault(property => property.Name == field.Name) is { } known ? Walk(field.Value, shape.Options.GetTypeInfo(known.PropertyType), JsonPlace.Below(path, field.Name)) : []),
        _ => [],
    };
}
