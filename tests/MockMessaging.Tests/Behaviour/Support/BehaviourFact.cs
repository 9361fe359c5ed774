using System.Text.RegularExpressions;
using MockMessaging.Tests.Conventions;

namespace MockMessaging.Tests.Behaviour;

/// <summary>A fact about the live service, as <c>facts.md</c> tells it.</summary>
internal sealed partial record BehaviourFact(string Number, string Certainty, string Text, string Heading)
{
    public static string FolderPath => Path.Combine(SourceTree.Root, "tests", "MockMessaging.Tests", "Behaviour");

    /// <summary>Whether the sandbox acts so; where it does not, the text ends with the reason.</summary>
    public bool IsMet => !Text.Contains("(Not met: ", StringComparison.Ordinal);

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<BehaviourFact> ReadAll()
    {
        var facts = new List<BehaviourFact>();
        var heading = "";
        foreach (var line in File.ReadLines(Path.Combine(FolderPath, "facts.md")))
        {
            heading = line.StartsWith("## ", StringComparison.Ordinal) ? line[3..] : heading;
            if (Line().Match(line) is { Success: true } fact)
            {
                facts.Add(new BehaviourFact(fact.Groups[1].Value, fact.Groups[2].Value, fact.Groups[3].Value, heading));
            }
        }

        return facts;
    }

    [GeneratedRegex("^- ([0-9.]+) (HIGH|MED) (.+)$")]
    private static partial Regex Line();
}
