namespace MockMessaging.Benchmarks;

/// <summary>Ours against the floor, in turn over several short rounds, so that a slow moment of the machine hits both.</summary>
/// <param name="Ours">Messages a second, median of the rounds.</param>
/// <param name="Floor">The same of the floor.</param>
/// <param name="Ratio">Median of the rounds' ratios.</param>
/// <param name="OurCpu">Microseconds of processor time a message.</param>
/// <param name="FloorCpu">The same of the floor.</param>
/// <param name="CpuRatio">Median of the rounds' ratios.</param>
internal sealed record Comparison(double Ours, double Floor, double Ratio, double OurCpu, double FloorCpu, double CpuRatio)
{
    public string Cpu => $"{OurCpu:F0} / {FloorCpu:F0} µs = {CpuRatio:F2}";

    /// <param name="bench">Which floor, and how many rounds.</param>
    /// <param name="connections">At the same time.</param>
    /// <param name="ours">One round of ours.</param>
    public static Comparison Run(Bench bench, int connections, Func<Load> ours) =>
        Run(bench.Rounds, () => Load.Run(bench.Floor, connections, bench.Seconds, () => { }), ours);

    /// <param name="count">How many rounds.</param>
    /// <param name="floor">One round of the floor.</param>
    /// <param name="ours">One round of ours.</param>
    public static Comparison Run(int count, Func<Load> floor, Func<Load> ours)
    {
        var rounds = Enumerable.Range(0, count).Select(_ => (Floor: floor(), Ours: ours())).ToList();
        return new Comparison(
            rounds.Median(round => round.Ours.PerSecond),
            rounds.Median(round => round.Floor.PerSecond),
            rounds.Median(round => round.Ours.PerSecond / round.Floor.PerSecond),
            rounds.Median(round => round.Ours.CpuMicroseconds),
            rounds.Median(round => round.Floor.CpuMicroseconds),
            rounds.Median(round => round.Ours.CpuMicroseconds / round.Floor.CpuMicroseconds));
    }
}
