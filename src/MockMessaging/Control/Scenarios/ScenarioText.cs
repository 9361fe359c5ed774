using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using MockMessaging.Contract;
using MockMessaging.Http;

namespace MockMessaging.Control;

/// <summary>A scenario as text, held to the shapes of the control plane's requests.</summary>
internal sealed partial class ScenarioText
{
    /// <summary>Levels of nesting: those of a request, within a list in a section.</summary>
    public const int Deepest = ContractJsonOptions.DeepestRequest;

    private readonly ScenarioProblems _problems;

    private ScenarioText(ScenarioProblems problems) => _problems = problems;

    /// <summary>The values as they were written, with their places.</summary>
    public ScenarioMap Root { get; private init; } = new(1, 1, []);

    /// <summary>The same as JSON, without what is wrong.</summary>
    public JsonObject Json { get; private set; } = [];

    /// <summary>Reads YAML or JSON. What is wrong with it is added to the problems.</summary>
    public static ScenarioText Read(string text, ScenarioProblems problems)
    {
        var root = ScenarioReader.Read(text, problems);
        if (root is not ScenarioMap map)
        {
            if (root is not null)
            {
                problems.Add(root, "", "a scenario is an object with sections such as customers.");
            }

            return new ScenarioText(problems);
        }

        var read = new ScenarioText(problems) { Root = map };
        read.Json = read.Convert(map, ControlJsonOptions.Request.GetTypeInfo(typeof(Scenario)), "")!.AsObject();
        return read;
    }

    private JsonNode? Convert(ScenarioNode node, JsonTypeInfo type, string path) => (node, type.Kind) switch
    {
        (ScenarioScalar { IsNull: true }, _) => null,
        (ScenarioMap map, JsonTypeInfoKind.Object) => Fields(map, path, field => type.Properties.FirstOrDefault(property => property.Name == field)?.PropertyType, [.. type.Properties.Select(property => property.Name)]),
        (ScenarioMap map, JsonTypeInfoKind.Dictionary) => Fields(map, path, _ => type.ElementType, []),
        (ScenarioSequence list, JsonTypeInfoKind.Enumerable) => Items(list, type.Options.GetTypeInfo(type.ElementType!), path),
        (ScenarioScalar scalar, JsonTypeInfoKind.None) when type.Type == typeof(string) => scalar.Text,
        (_, JsonTypeInfoKind.None) => Leaf(node, type, path),
        _ => Wrong(node, path, $"expected {JsonPlace.NameOf(type.Type)}"),
    };

    private JsonObject Fields(ScenarioMap map, string path, Func<string, Type?> typeOf, IReadOnlyList<string> known)
    {
        var written = new JsonObject();
        foreach (var (key, value) in map.Fields)
        {
            var at = JsonPlace.Below(path, key.Text);
            if (typeOf(key.Text) is { } type)
            {
                written[key.Text] = Convert(value, ControlJsonOptions.Request.GetTypeInfo(type), at);
            }
            else
            {
                _problems.Add(key, at, $"unknown property '{JsonPlace.Cut(key.Text)}'{(NearestName.Of(key.Text, known) is { } nearest ? $", did you mean '{nearest}'?" : $"; use {string.Join(", ", known)}.")}");
            }
        }

        return written;
    }

    private JsonArray Items(ScenarioSequence list, JsonTypeInfo type, string path)
    {
        var written = new JsonArray();
        foreach (var (index, item) in list.Items.Index())
        {
            if (item is ScenarioScalar { IsNull: true })
            {
                Wrong(item, $"{path}[{index}]", "it is empty; remove it, or give it a value");
            }

            written.Add(Convert(item, type, $"{path}[{index}]"));
        }

        return written;
    }

    /// <summary>A value that has no parts of its own, or any JSON.</summary>
    private JsonNode? Leaf(ScenarioNode node, JsonTypeInfo type, string path)
    {
        var value = Any(node);
        try
        {
            value.Deserialize(type);
            return value;
        }
        catch (JsonException failure)
        {
            var said = failure.Message.Split(" Path: ")[0];
            return Wrong(node, path, said.StartsWith("The JSON value", StringComparison.Ordinal) ? $"expected {JsonPlace.NameOf(type.Type)}" : said);
        }
    }

    private JsonNode? Wrong(ScenarioNode node, string path, string sentence)
    {
        _problems.Add(node, path, $"{path}: {sentence}{(sentence[^1] is '?' or '.' ? "" : ".")}");
        return null;
    }

    private static JsonNode? Any(ScenarioNode node) => node switch
    {
        ScenarioMap map => new JsonObject(map.Fields.Select(field => KeyValuePair.Create(field.Key.Text, Any(field.Value)))),
        ScenarioSequence list => new JsonArray([.. list.Items.Select(Any)]),
        ScenarioScalar { IsNull: true } => null,
        ScenarioScalar { IsQuoted: false, Text: "true" or "True" or "TRUE" } => true,
        ScenarioScalar { IsQuoted: false, Text: "false" or "False" or "FALSE" } => false,
        ScenarioScalar { IsQuoted: false, Text: var number } when JsonNumber().IsMatch(number) => JsonNode.Parse(number),
        ScenarioScalar { Text: var text } => text,
        _ => null,
    };

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex JsonNumber();
}
