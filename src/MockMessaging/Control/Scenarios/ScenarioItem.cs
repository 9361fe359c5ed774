using System.Text.Json;
using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.Http;

namespace MockMessaging.Control;

/// <summary>One thing that a scenario brings.</summary>
/// <param name="Section">Its section, such as <c>channels</c>.</param>
/// <param name="Key">Its id, if the section has ids.</param>
/// <param name="Path">Where it is in the text.</param>
/// <param name="Place">Where a problem of the whole thing is shown.</param>
/// <param name="Value">As it was written.</param>
/// <param name="Json">The request of the control plane that it stands for.</param>
internal sealed record ScenarioItem(string Section, string Key, string Path, ScenarioNode Place, ScenarioNode Value, JsonObject Json)
{
    /// <summary>In the order in which they are applied: what others refer to comes first, and a customer's rules have priority over general ones.</summary>
    private static readonly string[] Sections = ["clock", "settings", "channels", "vars", "apps", "templates", "customers", "outcomes", "faults"];

    public static IEnumerable<ScenarioItem> In(ScenarioText text) =>
        from section in Sections
        from item in (section, text.Root.Fields.Find(field => field.Key.Text == section)) switch
        {
            ("clock" or "settings", { Value: ScenarioMap map } field) => [new ScenarioItem(section, "", section, field.Key, map, Request(text.Json[section]))],
            (_, { Value: ScenarioMap map }) => map.Fields.Select(field =>
                new ScenarioItem(section, field.Key.Text, JsonPlace.Below(section, field.Key.Text), field.Key, field.Value, Request((text.Json[section] as JsonObject)?[field.Key.Text]))),
            (_, { Value: ScenarioSequence list }) => list.Items.Select((value, index) =>
                new ScenarioItem(section, "", $"{section}[{index}]", value, value, Request((text.Json[section] as JsonArray)?[index]))),
            _ => Enumerable.Empty<ScenarioItem>(),
        }
        select item;

    public T As<T>() => Json.Deserialize(ControlJsonOptions.Request.TypeInfo<T>())!;

    /// <summary>The same without one of its values.</summary>
    public ScenarioItem Without(string path)
    {
        var copy = Json.DeepClone().AsObject();
        JsonNode? owner = copy;
        var steps = path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var step in steps[..^1])
        {
            owner = owner is JsonArray items ? items[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : owner?[step];
        }

        (owner as JsonObject)?.Remove(steps[^1]);
        return this with { Json = copy };
    }

    private static JsonObject Request(JsonNode? json) => json as JsonObject ?? [];
}
