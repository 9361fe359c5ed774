using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MockMessaging.Benchmarks;

/// <summary>What a server did while wrk sent messages to it.</summary>
/// <param name="PerSecond">Good answers a second.</param>
/// <param name="Sent">Good answers.</param>
/// <param name="Refused">Other answers, such as 503.</param>
/// <param name="CpuMicroseconds">Processor time of the server for each good answer, with what it still did after the last.</param>
internal sealed partial record Load(double PerSecond, int Sent, int Refused, double CpuMicroseconds)
{
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "send.lua");

    /// <param name="server">Who is loaded.</param>
    /// <param name="connections">At the same time.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="settle">Waits until what the load caused is done.</param>
    /// <param name="keys">Workspaces it goes to: benchmark0, benchmark1 …</param>
    /// <param name="restMilliseconds">How long a connection rests after each answer.</param>
    /// <param name="behind">A second server that works on the same requests; its processor time counts too.</param>
    public static Load Run(Server server, int connections, int seconds, Action settle, int keys = 1, int restMilliseconds = 0, Server? behind = null)
    {
        var cpu = CpuTime();
        var said = Wrk(
            ["-t", connections > 1 ? "2" : "1", "-c", $"{connections}", "-d", $"{seconds}s", "--timeout", "10s", "-s", Script, $"http://{server.Address}", "--", $"{keys}", $"{restMilliseconds}"]);
        settle();
        var answers = (int)Number(Answers(), said)!;
        var refused = (int)(Number(Others(), said) ?? 0);
        var sent = answers - refused;
        return Number(Lost(), said) is null && sent > 0
            ? new Load(Number(Rate(), said)!.Value * sent / answers, sent, refused, (CpuTime() - cpu).TotalMicroseconds / sent)
            : throw new InvalidOperationException($"The server did not answer well under load:\n{said}");

        TimeSpan CpuTime() => server.CpuTime + (behind?.CpuTime ?? TimeSpan.Zero);
    }

    private static string Wrk(string[] arguments)
    {
        using var wrk = Child.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true });
        var said = wrk.Process.StandardOutput.ReadToEnd();
        wrk.Process.WaitForExit();
        return wrk.Process.ExitCode == 0 ? said : throw new InvalidOperationException($"wrk failed:\n{said}");
    }

    private static double? Number(Regex pattern, string said) =>
        pattern.Match(said) is { Success: true } match ? double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Answers();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (\d+)")]
    private static partial Regex Others();

    [GeneratedRegex(@"Socket errors: .*(\d+)")]
    private static partial Regex Lost();
}
