using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MockMessaging.Control;

/// <summary>A value of a scenario file with its place.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal abstract record ScenarioNode(int Line, int Column)
{
    /// <summary>The value below a path such as <c>turns[0].when</c>, or as far as the path leads.</summary>
    public (ScenarioNode Node, bool IsWhole) Find(string path)
    {
        var here = this;
        foreach (var step in path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            var next = here switch
            {
                ScenarioMap map => map.Fields.Find(field => field.Key.Text == step).Value,
                ScenarioSequence list => int.TryParse(step, out var index) && index < list.Items.Count ? list.Items[index] : null,
                _ => null,
            };
            if (next is null)
            {
                return (here, false);
            }

            here = next;
        }

        return (here, true);
    }
}

internal sealed record ScenarioMap(int Line, int Column, List<(ScenarioScalar Key, ScenarioNode Value)> Fields) : ScenarioNode(Line, Column);

internal sealed record ScenarioSequence(int Line, int Column, List<ScenarioNode> Items) : ScenarioNode(Line, Column);

/// <param name="IsQuoted">False for a word that may also be a number, true, false or null.</param>
internal sealed record ScenarioScalar(int Line, int Column, string Text, bool IsQuoted) : ScenarioNode(Line, Column)
{
    public bool IsNull => !IsQuoted && Text is "" or "~" or "null" or "Null" or "NULL";
}

/// <summary>Reads YAML, of which JSON is a part, into values with their places. What could blow up a small text is refused: aliases, tags, deep nesting.</summary>
internal sealed partial class ScenarioReader(IParser parser, ScenarioProblems problems)
{
    private const int MostValues = 50_000;

    private int _values;

    /// <summary>The whole text; null if it is no YAML, which is then a problem.</summary>
    public static ScenarioNode? Read(string text, ScenarioProblems problems)
    {
        try
        {
            return new ScenarioReader(new Parser(new Scanner(new StringReader(text), skipComments: true)), problems).ReadStream();
        }
        catch (YamlException failure)
        {
            problems.Add((int)failure.Start.Line, (int)failure.Start.Column, "", failure is SyntaxErrorException or SemanticErrorException ? $"this is not YAML: {Reason(failure)}" : Reason(failure));
            return null;
        }
    }

    private static string Reason(YamlException failure)
    {
        var said = Position().Replace(failure.Message, "").Trim().TrimEnd('.');
        return said.Length > 0 ? char.ToLowerInvariant(said[0]) + said[1..] + "." : "it cannot be read.";
    }

    [GeneratedRegex(@"^\(Lin.*?\)( - \(Lin.*?\))?:")]
    private static partial Regex Position();

    private ScenarioNode? ReadStream()
    {
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out var end))
        {
            problems.Add((int)end.Start.Line, (int)end.Start.Column, "", "the scenario is empty; give at least one section, such as customers.");
            return null;
        }

        parser.Consume<DocumentStart>();
        var root = ReadNode(1);
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
        {
            throw new YamlException(second.Start, second.End, "there is more than one document; leave out the line ---.");
        }

        return root;
    }

    private ScenarioNode ReadNode(int depth)
    {
        var begin = parser.Current!;
        if (depth > ScenarioText.Deepest)
        {
            throw new YamlException(begin.Start, begin.End, $"there are more than {ScenarioText.Deepest} levels of nesting.");
        }

        if (++_values > MostValues)
        {
            throw new YamlException(begin.Start, begin.End, $"there are more than {MostValues} values.");
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            throw new YamlException(alias.Start, alias.End, $"the alias *{alias.Value} is not supported; write the value here again.");
        }

        var start = parser.Consume<NodeEvent>();
        Refuse(start);
        var (line, column) = ((int)start.Start.Line, (int)start.Start.Column);
        switch (start)
        {
            case Scalar scalar:
                return new ScenarioScalar(line, column, scalar.Value, scalar.Style is not ScalarStyle.Plain);
            case SequenceStart:
                var list = new ScenarioSequence(line, column, []);
                while (!parser.TryConsume<SequenceEnd>(out _))
                {
                    list.Items.Add(ReadNode(depth + 1));
                }

                return list;
            default:
                return ReadMap(new ScenarioMap(line, column, []), depth);
        }
    }

    private ScenarioMap ReadMap(ScenarioMap map, int depth)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (ReadNode(depth + 1) is not ScenarioScalar key)
            {
                throw new YamlException(parser.Current!.Start, parser.Current.End, "the name of a property must be a word.");
            }

            var value = ReadNode(depth + 1);
            if (seen.Add(key.Text))
            {
                map.Fields.Add((key, value));
            }
            else
            {
                problems.Add(key.Line, key.Column, key.Text, $"'{key.Text}' is there twice; remove one of them.");
            }
        }

        return map;
    }

    private static void Refuse(NodeEvent start)
    {
        if (!start.Anchor.IsEmpty)
        {
            throw new YamlException(start.Start, start.End, $"the anchor &{start.Anchor.Value} is not supported; remove it.");
        }

        if (!start.Tag.IsEmpty && !start.Tag.IsNonSpecific)
        {
            throw new YamlException(start.Start, start.End, $"the tag {start.Tag.Value} is not supported; remove it.");
        }
    }
}
