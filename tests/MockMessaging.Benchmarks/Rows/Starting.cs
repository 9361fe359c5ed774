namespace MockMessaging.Benchmarks.Rows;

/// <summary>From the start of the process to the first good message/send.</summary>
internal static class Starting
{
    private const double Budget = 1.3;

    public static IEnumerable<Row> Measure(Bench bench)
    {
        var rounds = Enumerable.Range(0, bench.Quick ? 5 : 15)
            .Select(_ => (Floor: Once(bench.Published.StartFloor), Memory: Once(() => bench.Published.StartInMemory()), File: Once(() => bench.Published.StartOnFile())))
            .ToList();
        var floor = rounds.Median(round => round.Floor);
        yield return Of("data file", rounds.Median(round => round.File), rounds.Median(round => round.File / round.Floor));
        yield return Of("in memory", rounds.Median(round => round.Memory), rounds.Median(round => round.Memory / round.Floor));

        Row Of(string where, double ours, double ratio) => new(
            $"start to first good send, {where}", $"{ours:N0} ms", $"{floor:N0} ms", ratio, Budget: $"≤ {Budget}", Met: ratio <= Budget);
    }

    private static double Once(Func<Server> start)
    {
        using var server = start();
        return server.StartTime.TotalMilliseconds;
    }
}
