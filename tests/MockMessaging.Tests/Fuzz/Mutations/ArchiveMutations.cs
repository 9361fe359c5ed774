using System.Text.Json.Nodes;

namespace MockMessaging.Tests.Fuzz;

/// <summary>What can be wrong with an export before it is imported.</summary>
internal sealed class ArchiveMutations(Random random)
{
    private static readonly string[] Kinds =
    [
        "Workspace", "App", "Contact", "Session", "Message", "DigitalObject", "DigitalEvent", "Push", "Progress", "Callback", "SessionEntry", "OutcomeRule", "Fault", "Snapshot", "Gone", "Bogus", "",
    ];

    /// <summary>The archive, made odd so many times; and what was done.</summary>
    public (string Archive, string Oddities) Make(string export, int times)
    {
        var edit = JsonEdit.Of(export);
        var done = new List<string>();
        for (var time = 0; time < times; time++)
        {
            done.Add(edit.Root["records"] is JsonArray { Count: > 0 } records && random.Next(10) > 1 ? Records(edit, records) : Anything(edit, edit.Root));
        }

        return (edit.ToText(), string.Join(", ", done));
    }

    private string Records(JsonEdit edit, JsonArray records)
    {
        var (one, other) = (random.Next(records.Count), random.Next(records.Count));
        var kind = records[one] is JsonObject record && record["kind"] is JsonValue named ? named.ToString() : "?";
        switch (random.Next(10))
        {
            case 0:
                records.RemoveAt(one);
                return $"without a {kind}";
            case 1:
                records.Insert(other, records[one]?.DeepClone());
                return $"a {kind} twice";
            case 2:
                var moved = records[one];
                records.RemoveAt(one);
                records.Insert(random.Next(records.Count + 1), moved);
                return $"a {kind} elsewhere";
            case 3 when records[one] is JsonObject renamed:
                renamed["kind"] = OddValues.Pick(random, Kinds);
                return $"a {kind} as {renamed["kind"]}";
            case 4 when DataOf(records[one]) is { } data && DataOf(records[other]) is { } source && source["id"] is { } id:
                data["id"] = id.DeepClone();
                return $"a {kind} with the id of another record";
            case 5 when DataOf(records[one]) is { } data && DataOf(records[other]) is { } source:
                records[one]!["data"] = source.DeepClone();
                return $"a {kind} with other data ({data.Count} properties for {source.Count})";
            default:
                return $"{kind}: {Anything(edit, records[one])}";
        }
    }

    private static JsonObject? DataOf(JsonNode? record) => (record as JsonObject)?["data"] as JsonObject;

    private string Anything(JsonEdit edit, JsonNode? within)
    {
        var places = JsonEdit.Places(within);
        if (places.Count == 0)
        {
            return "nothing";
        }

        var (parent, at) = OddValues.Pick(random, places);
        switch (random.Next(6))
        {
            case 0 when !JsonEdit.IsAdded(at):
                JsonEdit.Remove(parent, at);
                return $"without {at}";
            case 1 when parent is JsonObject owner:
                edit.Add(owner, $"\"{at}\"", OddValues.Any(random, at.ToString()!));
                return $"{at} twice";
            case 2:
                edit.Replace(parent, at, OddValues.Structure(random));
                return $"{at} as something else";
            case 3:
                edit.Replace(parent, at, random.Next(2) == 0 ? random.NextInt64().ToString(provider: null) : $"-{random.Next()}");
                return $"{at} a number";
            default:
                var odd = OddValues.Any(random, at.ToString()!);
                edit.Replace(parent, at, odd);
                return $"{at} = {(odd.Length > 40 ? odd[..40] + "…" : odd)}";
        }
    }
}
