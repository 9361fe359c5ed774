namespace MockMessaging.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record Choice(bool Quick, string? Published, string[] Names)
{
    public const string Help = """
        Usage: tests/MockMessaging.Benchmarks/run [--quick] [--published FOLDER] [ROW ...]    the table, or some of its rows
               tests/MockMessaging.Benchmarks/run [--published FOLDER] soak [MINUTES]         steady half load with pushes, 10 minutes
               tests/MockMessaging.Benchmarks/run inner                                       the inner pieces by BenchmarkDotNet

          ROW                  send-1 -8 -32 -128 -memory, backlog, pushed, strict-1 -32 -128, keys-1 -16 -256, cluster, stored, start, first-5-seconds, restart, memory-ready -pushed -million,
                               reset, advance; the part before the dash means all that begin so
          --quick              fewer and shorter rounds, no million messages
          --published FOLDER   publishes there and keeps it, or uses what an earlier run published there

        """;

    public static Choice Parse(IEnumerable<string> arguments)
    {
        var (quick, published, names) = (false, (string?)null, new List<string>());
        using var all = arguments.GetEnumerator();
        while (all.MoveNext())
        {
            switch (all.Current)
            {
                case "--quick":
                    quick = true;
                    break;
                case "--published":
                    published = all.MoveNext() ? all.Current : throw new ArgumentException("--published wants a folder.");
                    break;
                case ['-', ..] unknown:
                    throw new ArgumentException($"{unknown} is unknown.");
                default:
                    names.Add(all.Current);
                    break;
            }
        }

        return new Choice(quick, published, [.. names]);
    }

    public bool Wants(string row) => Names.Length == 0 || Names.Any(name => Means(name, row));

    /// <summary>A row by its name, or several by what they are called before a dash.</summary>
    public static bool Means(string name, string row) => row == name || row.StartsWith(name + "-", StringComparison.Ordinal);
}
