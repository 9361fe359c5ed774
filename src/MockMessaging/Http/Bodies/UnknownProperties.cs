using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MockMessaging.Http;

/// <summary>Finds what a request says that its shape does not know. The live service ignores it; a sandbox should mention it.</summary>
internal static class UnknownProperties
{
    private const int Most = 10;

    /// <summary>Not in the document, but sent by the vendor's own client and understood.</summary>
    private static readonly HashSet<string> Understood = ["voice", "to.csid"];

    /// <summary>Each of them, with the nearest documented name.</summary>
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
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                if (item.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                {
                    Walk(item, shape.Options.GetTypeInfo(shape.ElementType!), $"{path}[{index}]", found);
                }

                index++;
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
        else if (found.Count < Most && !Understood.Contains(path))
        {
            var nearest = NearestName.Of(field.Name, shape.Properties.Select(property => property.Name));
            found.Add(new BodyOddity(path, $"unknown property '{path}'{(nearest is null ? "" : $", did you mean '{nearest}'?")}"));
        }
    }
}
