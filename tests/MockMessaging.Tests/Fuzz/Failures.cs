using System.Text;

namespace MockMessaging.Tests.Fuzz;

/// <summary>What went wrong, counted by kind, with the first of each kind in full.</summary>
internal sealed class Failures
{
    private readonly Dictionary<string, (int Count, string First)> _kinds = [];
    private readonly Dictionary<string, (int Good, int All)> _answers = [];

    public void Add(string kind, Func<string> details)
    {
        lock (_kinds)
        {
            _kinds[kind] = _kinds.TryGetValue(kind, out var known) ? (known.Count + 1, known.First) : (1, details());
        }
    }

    public void Count(FuzzOperation operation, FuzzAnswer answer)
    {
        lock (_kinds)
        {
            var (good, all) = _answers.GetValueOrDefault(operation.Name);
            _answers[operation.Name] = (answer.IsGood ? good + 1 : good, all + 1);
        }
    }

    /// <summary>How many answers there were; and of them good ones.</summary>
    public string Summary => string.Join('\n', _answers.OrderBy(answers => answers.Key, StringComparer.Ordinal).Select(answers => $"{answers.Value.All,7} {answers.Value.Good,7} good  {answers.Key}"));

    /// <summary>Operations that never did what they are for; with them, nothing was tried in earnest.</summary>
    public IEnumerable<string> NeverGood => _answers.Where(answers => answers.Value.Good == 0).Select(answers => answers.Key);

    public int Kinds => _kinds.Count;

    public string Report(string testClass)
    {
        var text = new StringBuilder();
        foreach (var (kind, (count, _)) in _kinds.OrderByDescending(kind => kind.Value.Count))
        {
            text.AppendLine($"{count,6} × {kind}");
        }

        text.AppendLine().AppendLine("The first of each kind:");
        foreach (var (kind, (_, first)) in _kinds.OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            text.AppendLine().AppendLine($"## {kind}").AppendLine(first);
        }

        return $"{_kinds.Count} kinds of failure with seed {FuzzSettings.Seed}. Again: {FuzzSettings.Replay(testClass)}\n{text}";
    }
}
