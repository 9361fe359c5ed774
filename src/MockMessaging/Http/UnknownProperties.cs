using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MockMessaging.Http;

/// <summary>Finds what a request says that the contract does not know. The live service ignores it; a sandbox should mention it.</summary>
internal static class UnknownProperties
{
    private const int Most = 10;

    /// <summary>Not in the document, but sent by the vendor's own client and understood.</summary>
    private static readonly HashSet<string> Understood = ["voice", "to.csid"];

    /// <summary>A warning for each, with the nearest documented name.</summary>
    public static IReadOnlyList<string> In(byte[] utf8, JsonTypeInfo shape)
    {
        using var document = JsonDocument.Parse(utf8);
        var warnings = new List<string>();
        Walk(document.RootElement, shape, "", warnings);
        return warnings;
    }

    private static void Walk(JsonElement value, JsonTypeInfo shape, string path, List<string> warnings)
    {
        if (value.ValueKind == JsonValueKind.Array && shape.Kind == JsonTypeInfoKind.Enumerable)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                Walk(item, shape.Options.GetTypeInfo(shape.ElementType!), $"{path}[{index++}]", warnings);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object && shape.Kind == JsonTypeInfoKind.Object)
        {
            foreach (var field in value.EnumerateObject())
            {
                Check(field, shape, path.Length == 0 ? field.Name : $"{path}.{field.Name}", warnings);
            }
        }
    }

    private static void Check(JsonProperty field, JsonTypeInfo shape, string path, List<string> warnings)
    {
        if (shape.Properties.FirstOrDefault(property => property.Name == field.Name) is { } known)
        {
            Walk(field.Value, shape.Options.GetTypeInfo(known.PropertyType), path, warnings);
        }
        else if (warnings.Count < Most && !Understood.Contains(path))
        {
            var nearest = NearestName.Of(field.Name, shape.Properties.Select(property => property.Name));
            warnings.Add($"unknown property '{path}'{(nearest is null ? "" : $", did you mean '{nearest}'?")}");
        }
    }
}
