using System.Reflection;
using System.Text;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

/// <summary>Holds the facts about the live service and the tests that show them together.</summary>
public sealed class CoverageTests
{
    private static readonly string CoveragePath = Path.Combine(BehaviourFact.FolderPath, "coverage.md");
    private static readonly IReadOnlyList<BehaviourFact> Facts = BehaviourFact.ReadAll();

    private static readonly ILookup<string, string> TestsByFact = typeof(CoverageTests).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetCustomAttribute<FactAttribute>() is { Skip: null })
        .SelectMany(method => method.GetCustomAttribute<ShowsAttribute>()?.Facts.Select(fact => (Fact: fact, Test: $"{method.DeclaringType!.Name}.{method.Name}")) ?? [])
        .OrderBy(shown => shown.Test, StringComparer.Ordinal)
        .ToLookup(shown => shown.Fact, shown => shown.Test);

    [Fact]
    public void Every_certain_fact_is_shown_by_a_test() =>
        Assert.Empty(Facts.Where(fact => fact is { Certainty: "HIGH", IsMet: true } && !TestsByFact.Contains(fact.Number)).Select(fact => $"{fact.Number} {fact.Text}"));

    [Fact]
    public void Every_fact_a_test_shows_is_listed() =>
        Assert.Empty(TestsByFact.Select(shown => shown.Key).Except(Facts.Select(fact => fact.Number)));

    [Fact]
    public void Every_heading_has_a_class_of_its_own()
    {
        var headings = typeof(CoverageTests).Assembly.GetTypes().Select(type => type.GetCustomAttribute<HeadingAttribute>()?.Number).OfType<string>().ToList();

        Assert.Equal(Facts.Select(fact => fact.Heading.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal), headings.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Coverage_list_is_up_to_date()
    {
        var list = List();
        if (Environment.GetEnvironmentVariable("WRITE_COVERAGE") == "1")
        {
            File.WriteAllText(CoveragePath, list);
        }

        Assert.True(File.Exists(CoveragePath) && File.ReadAllText(CoveragePath).ReplaceLineEndings("\n") == list,
            "coverage.md no longer tells which test shows which fact; run the tests with WRITE_COVERAGE=1 and commit it.");
    }

    private static string List()
    {
        var list = new StringBuilder("# Which test shows which fact\n\nMade from `facts.md` and the tests by `WRITE_COVERAGE=1 dotnet test`; do not edit.\n");
        foreach (var heading in Facts.GroupBy(fact => fact.Heading))
        {
            list.Append($"\n## {heading.Key}\n");
            foreach (var fact in heading)
            {
                list.Append($"- {fact.Number} {fact.Certainty} {fact.Text}\n");
                foreach (var test in TestsByFact[fact.Number])
                {
                    list.Append($"  - {test}\n");
                }
            }
        }

        return list.ToString();
    }
}
