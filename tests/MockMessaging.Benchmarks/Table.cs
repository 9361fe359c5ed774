using System.Globalization;
using System.Runtime.InteropServices;
using MockMessaging.Benchmarks.Rows;

namespace MockMessaging.Benchmarks;

/// <summary>Measures what was chosen and prints it as Markdown.</summary>
internal static class Table
{
    // Those that use up a filled server come last.
    private static readonly (string Name, Func<Bench, IEnumerable<Row>> Measure)[] All =
    [
        ("start", Starting.Measure),
        ("first-5-seconds", FirstSeconds.Measure),
        ("memory-ready", Memory.AtReady),
        ("send-1", bench => Sending.OnFile(bench, 1, null)),
        ("send-8", bench => Sending.OnFile(bench, 8, null)),
        ("send-32", bench => Sending.OnFile(bench, 32, 0.45)),
        ("send-128", bench => Sending.OnFile(bench, 128, null)),
        ("send-memory", Sending.InMemory),
        ("backlog", Backlog.Measure),
        ("pushed", Pushed.Measure),
        ("strict-1", bench => Sending.Strict(bench, 1, 0.07)),
        ("strict-32", bench => Sending.Strict(bench, 32, 0.28)),
        ("strict-128", bench => Sending.Strict(bench, 128, 0.4)),
        ("keys-1", bench => Sending.ToKeys(bench, 1)),
        ("keys-16", bench => Sending.ToKeys(bench, 16)),
        ("keys-256", bench => Sending.ToKeys(bench, 256)),
        ("cluster", Clustered.Measure),
        ("advance", Advancing.Measure),
        ("memory-pushed", Memory.AfterPushes),
        ("memory-million", Memory.AfterMillion),
        ("restart", Restarting.Measure),
        ("stored", Stored.Measure),
        ("reset", Resetting.Measure),
    ];

    public static bool Knows(string name) => All.Any(row => Choice.Means(name, row.Name));

    public static void Print(Bench bench, Choice choice)
    {
        var rows = new List<Row>();
        foreach (var (name, measure) in All.Where(row => choice.Wants(row.Name)))
        {
            Console.Error.WriteLine($"measuring {name}");
            foreach (var row in measure(bench))
            {
                Console.Error.WriteLine($"  {row}");
                rows.Add(row);
            }
        }

        Console.WriteLine("| What | Sandbox | Floor | Ratio | CPU a message | Budget | |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        rows.ForEach(Console.WriteLine);
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores shared with the load, {RuntimeInformation.FrameworkDescription}, {DateTime.UtcNow:yyyy-MM-dd}{(choice.Quick ? ", --quick" : "")}."));
    }
}
