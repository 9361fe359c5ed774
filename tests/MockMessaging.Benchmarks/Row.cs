namespace MockMessaging.Benchmarks;

/// <summary>A line of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Ours">Of the sandbox.</param>
/// <param name="Floor">Of the floor, or of whatever it is measured against.</param>
/// <param name="Ratio">One to the other.</param>
/// <param name="Cpu">Processor time of both for each message.</param>
/// <param name="Budget">What it may be.</param>
/// <param name="Met">Whether it is; nothing where there is no budget.</param>
internal sealed record Row(string What, string Ours, string Floor = "", double? Ratio = null, string Cpu = "", string Budget = "", bool? Met = null)
{
    /// <summary>Messages a second against the floor's.</summary>
    public static Row Of(string what, Comparison compared, double? atLeast) => new(
        what,
        $"{compared.Ours:N0}/s",
        $"{compared.Floor:N0}/s",
        compared.Ratio,
        compared.Cpu,
        atLeast is { } least ? $"≥ {least}" : "",
        atLeast is null ? null : compared.Ratio >= atLeast);

    public override string ToString() =>
        $"| {What} | {Ours} | {Floor} | {Ratio:F2} | {Cpu} | {Budget} | {Met switch { true => "met", false => "**missed**", null => "" }} |";
}
