using MockMessaging.Errors;
using MockMessaging.Http;

namespace MockMessaging.Control;

/// <summary>Everything that is wrong with a scenario.</summary>
internal sealed class ScenarioProblems
{
    /// <summary>A text with more is no scenario.</summary>
    private const int Most = 100;

    private const int Longest = 1_000;

    private readonly List<PlacedProblem> _all = [];

    public int Count => _all.Count;

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<PlacedProblem> All => [.. _all.Distinct().OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];

    /// <param name="field">Path of the value, such as <c>customers[0].phone</c>; empty for the whole text.</param>
    public void Add(int line, int column, string field, string sentence)
    {
        if (_all.Count < Most)
        {
            _all.Add(new PlacedProblem(line, column, JsonPlace.Cut(field), JsonPlace.Cut(sentence, Longest)));
        }
    }

    public void Add(ScenarioNode place, string field, string sentence) => Add(place.Line, place.Column, field, sentence);

    /// <summary>The paths of what is wrong within an item of a section, as they are seen from the item; empty for the whole item.</summary>
    public IEnumerable<string> Within(string item) =>
        _all.Where(problem => problem.Field == item || problem.Field.StartsWith(item + ".", StringComparison.Ordinal)).Select(problem => problem.Field == item ? "" : problem.Field[(item.Length + 1)..]);
}
