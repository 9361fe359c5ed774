using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MockMessaging.Tests.Fuzz;

/// <summary>A JSON document to which any text can be written, also text that no JSON library would write.</summary>
internal sealed class JsonEdit(JsonNode root)
{
    private static readonly JsonSerializerOptions Writing = new() { MaxDepth = 4_096, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, string> _raw = [];

    public JsonNode Root { get; private set; } = root;

    public static JsonEdit Of(string json) => new(JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = 4_096 })!);

    /// <summary>False for a text with a property twice or a lone surrogate, which a server may have taken and a JSON library cannot change.</summary>
    public static bool CanEdit(string json)
    {
        try
        {
            var edit = Of(json);
            return edit.Places().Count >= 0 && edit.ToText().Length > 0;
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>True for a property that was added here.</summary>
    public static bool IsAdded(object at) => at is string name && name.StartsWith("@@", StringComparison.Ordinal);

    /// <summary>Every place in it but the root: the object or array, and the name or index there.</summary>
    public IReadOnlyList<(JsonNode Parent, object At)> Places() => Places(Root);

    /// <summary>Every place within a value.</summary>
    public static IReadOnlyList<(JsonNode Parent, object At)> Places(JsonNode? within)
    {
        var places = new List<(JsonNode, object)>();
        Collect(within, places);
        return places;
    }

    public static void Remove(JsonNode parent, object at)
    {
        if (parent is JsonObject owner)
        {
            owner.Remove((string)at);
        }
        else
        {
            parent.AsArray().RemoveAt((int)at);
        }
    }

    /// <summary>Puts a JSON text in the place of a value.</summary>
    public void Replace(JsonNode parent, object at, string raw)
    {
        if (parent is JsonObject owner)
        {
            owner[(string)at] = Mark(raw);
        }
        else
        {
            parent.AsArray()[(int)at] = Mark(raw);
        }
    }

    /// <summary>Adds a property, whose name is a JSON text, quotes included.</summary>
    public void Add(JsonObject owner, string rawName, string raw) => owner[Mark(rawName)] = Mark(raw);

    public void ReplaceRoot(string raw) => Root = Mark(raw);

    public string ToText() =>
        _raw.Aggregate(Root.ToJsonString(Writing), (text, mark) => text.Replace($"\"{mark.Key}\"", mark.Value, StringComparison.Ordinal));

    private static void Collect(JsonNode? node, List<(JsonNode, object)> places)
    {
        if (node is JsonObject owner)
        {
            foreach (var (name, value) in owner)
            {
                places.Add((owner, name));
                Collect(value, places);
            }
        }
        else if (node is JsonArray items)
        {
            for (var index = 0; index < items.Count; index++)
            {
                places.Add((items, index));
                Collect(items[index], places);
            }
        }
    }

    private string Mark(string raw)
    {
        var mark = $"@@{_raw.Count}@@";
        _raw[mark] = raw;
        return mark;
    }
}
