using MockMessaging.Seeding;

namespace MockMessaging.Control;

/// <summary>The scenarios of <c>fixtures/scenarios</c>.</summary>
internal static class BuiltInScenarios
{
    private static readonly Lazy<IReadOnlyList<ScenarioSummary>> Read = new(() => [.. EmbeddedFixtures.Names("scenarios/").Select(Of)]);

    public static IReadOnlyList<ScenarioSummary> All => Read.Value;

    private static ScenarioSummary Of(string name)
    {
        var text = EmbeddedFixtures.Find($"scenarios/{name}.yaml")!;
        return new ScenarioSummary(name, (string?)ScenarioText.Read(text, new ScenarioProblems()).Json["description"], text);
    }
}
