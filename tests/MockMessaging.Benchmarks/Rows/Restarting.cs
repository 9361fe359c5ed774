using System.Globalization;

namespace MockMessaging.Benchmarks.Rows;

/// <summary>Start on a data file that holds many messages: when the first message is taken, and how much memory it takes until then.</summary>
internal static class Restarting
{
    private const int ManyMessages = 1_000_000;
    private const double MostMegabytes = 650;
    private const double MostSeconds = 10;

    // The server gives memory back after five to ten seconds without work.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(12);

    public static IEnumerable<Row> Measure(Bench bench)
    {
        if (!bench.Sizes.Contains(ManyMessages))
        {
            yield break;
        }

        using var first = bench.Published.StartOnFile();
        FilledServer.Fill(first, FilledServer.Key, ManyMessages);
        first.Stop();

        using var again = bench.Published.StartOn(first.DataFile!);
        var held = again.Messages(FilledServer.Key);
        if (held < ManyMessages)
        {
            throw new InvalidOperationException($"Only {held:N0} messages came back.");
        }

        var what = string.Create(CultureInfo.InvariantCulture, $"restart with {ManyMessages:N0} messages");
        var seconds = again.StartTime.TotalSeconds;
        yield return new Row($"{what}, to first good send", $"{seconds:N1} s", Budget: $"≤ {MostSeconds} s", Met: seconds <= MostSeconds);
        yield return Memory($"{what}, memory at once", again.MegabytesAtReady);
        Thread.Sleep(Rest);
        yield return Memory("… once it rests", again.Megabytes);
    }

    private static Row Memory(string what, double megabytes) => new(what, $"{megabytes:N0} MB", Budget: $"≤ {MostMegabytes} MB", Met: megabytes <= MostMegabytes);
}
