using System.Text.Json;

namespace MockMessaging.Http;

/// <summary>Finds properties that an object names more than once. JSON leaves open which of them counts; here it is the last, as in the live service.</summary>
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
                    found.Add(new BodyOddity(at, $"property '{at}' is there more than once, the last one counts; leave one"));
                }

                Walk(field.Value, at, found);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                if (item.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                {
                    Walk(item, $"{path}[{index}]", found);
                }

                index++;
            }
        }
    }
}
