using System.Diagnostics;
using System.Globalization;
using MockMessaging.Cluster.Tests.Load;
using MockMessaging.Cluster.Tests.Processes;
using MockMessaging.Tests;
using Xunit;

namespace MockMessaging.Cluster.Tests.Failures;

/// <summary>Kills a replica under load, again and again. MOCKMESSAGING_KILL_ROUNDS says how often.</summary>
public sealed class KillTests(ClusterFixture fixture, ITestOutputHelper output) : FailureTest(fixture, output)
{
    private const int UsualRounds = 3;
    private const int Keys = 9;

    private static readonly int Rounds = int.Parse(
        Environment.GetEnvironmentVariable("MOCKMESSAGING_KILL_ROUNDS") ?? UsualRounds.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>From the kill until the last key was answered. It is 3 s on a quiet machine; this limit only finds keys that nobody takes over, on a busy one, too.</summary>
    private static readonly TimeSpan LongestOutage = TimeSpan.FromSeconds(20);

    /// <summary>Relaxed: the commit window, and the commits around it on a busy machine. A client may notice a response a moment after the kill, too.</summary>
    private static readonly TimeSpan LongestLoss = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task No_acknowledged_Strict_write_is_lost()
    {
        var figures = await KillAsync(Cluster);

        Output.WriteLine($"Strict: {figures}");
        Assert.Empty(figures.Lost);
        Assert.All(figures.Outages, outage => Assert.InRange(outage, TimeSpan.Zero, LongestOutage));
    }

    [Fact]
    public async Task Relaxed_loses_only_the_last_moment()
    {
        await using var cluster = await SandboxCluster.StartAsync(await Postgres.NewDatabaseAsync(), ["--Storage:Durability=Relaxed", .. SandboxCluster.Fast]);
        try
        {
            var figures = await KillAsync(cluster);

            Output.WriteLine($"Relaxed: {figures}");
            Assert.All(figures.Lost, age => Assert.InRange(age.Duration(), TimeSpan.Zero, LongestLoss));
            Assert.All(figures.Outages, outage => Assert.InRange(outage, TimeSpan.Zero, LongestOutage));
        }
        catch
        {
            Output.WriteLine(cluster.Output);
            throw;
        }
    }

    private static async Task<Figures> KillAsync(SandboxCluster cluster)
    {
        var random = new Random(20_260_105);
        var figures = new Figures([], [], [], []);
        await using var receiver = await WebhookReceiver.StartAsync();
        var ids = new HashSet<string>();
        for (var round = 0; round < Rounds; round++)
        {
            await cluster.RestoreAsync();
            var writers = Enumerable.Range(0, Keys).Select(_ => new Writer(cluster.Address, SandboxCluster.NewKey())).ToList();
            await Task.WhenAll(writers.Select(writer => writer.RegisterAsync(receiver.Url)));
            var (victim, killed) = await RunAsync(cluster, writers, random.Next(30, 120));

            // Ready for the next round by the time this one is checked.
            victim.Start();
            figures.Outages.Add(writers.Max(writer => writer.FirstAnswerAfter(killed, victim)));
            figures.OfVictim.AddRange(writers.Where(writer => OwnerAt(writer, killed) == victim.Name).Select(writer => writer.FirstAnswerAfter(killed, victim)));
            foreach (var writer in writers)
            {
                var workspace = cluster.Workspace(writer.Key);
                var kept = await Kept.StatusesAsync(workspace);
                figures.Acknowledged += writer.Written.Count;
                figures.Refused.AddRange(writer.Refused);
                figures.Lost.AddRange(writer.Written.Where(written => !kept.ContainsKey(written.Id)).Select(written => Stopwatch.GetElapsedTime(written.At, killed)));
                Assert.All(writer.Written, written => Assert.True(ids.Add($"{writer.Key} {written.Id}"), $"The id {written.Id} was given out twice."));
                if (await Kept.HasWebhookAsync(workspace))
                {
                    AssertDelivered(kept, receiver);
                }
                else
                {
                    // Relaxed may lose the registration, too; then nothing is pushed.
                    figures.Lost.Add(Stopwatch.GetElapsedTime(writer.RegisteredAt, killed));
                }
            }
        }

        return figures;
    }

    /// <summary>Loads all keys, kills the owner of the first one on the way, and ends when each key has been answered after that.</summary>
    private static async Task<(Replica Victim, long Killed)> RunAsync(SandboxCluster cluster, IReadOnlyList<Writer> writers, int enough)
    {
        var (acknowledged, killed) = (0, 0L);
        Task<(Replica, long)>? kill = null;
        await Task.WhenAll(writers.Select(writer => writer.RunAsync(
            one => Volatile.Read(ref killed) is var instant and > 0 && one.Written.Count > 0 && one.Written[^1].SentAt > instant, Count)));
        return await kill!;

        void Count()
        {
            if (Interlocked.Increment(ref acknowledged) == enough)
            {
                kill = EndAsync();
            }
        }

        async Task<(Replica, long)> EndAsync()
        {
            var victim = cluster.Replicas.First(replica => writers.Any(writer => writer.Written.Count > 0 && writer.Written[^1].Replica == replica.Name));
            var ended = victim.KillAsync();
            var now = Stopwatch.GetTimestamp();
            Volatile.Write(ref killed, now);
            await ended;
            return (victim, now);
        }
    }

    private static string OwnerAt(Writer writer, long instant) => writer.Written.LastOrDefault(written => written.At <= instant)?.Replica ?? writer.RegisteredBy;

    /// <summary>What is there has had all its statuses, and each was pushed. What was pushed when the owner was killed may be pushed again.</summary>
    private static void AssertDelivered(IReadOnlyDictionary<string, string> kept, WebhookReceiver receiver)
    {
        var pushed = receiver.All.Where(push => push.Type == "statuses").ToLookup(push => (string)push.Item["id"]!, push => push.Subject);
        Assert.All(kept, message =>
        {
            Assert.Equal("READ", message.Value);
            Assert.Equal(["DLVRD", "READ", "SENT"], pushed[message.Key].Distinct().Order(StringComparer.Ordinal));
        });
    }

    private sealed record Figures(List<TimeSpan> Outages, List<TimeSpan> OfVictim, List<TimeSpan> Lost, List<Refusal> Refused)
    {
        public int Acknowledged { get; set; }

        public override string ToString() =>
            $"{Outages.Count} kills, {Acknowledged} acknowledged, {Lost.Count} lost, the oldest {Lost.DefaultIfEmpty().Max().TotalMilliseconds:0} ms before its kill; "
            + $"last key answered after {Median(Outages):0} ms (median), {Outages.Max().TotalMilliseconds:0} ms (worst); "
            + $"a key of the killed replica after {Median(OfVictim):0} ms (median of {OfVictim.Count}); "
            + $"refused: {string.Join(", ", Refused.CountBy(refusal => (refusal.Status, refusal.RetryAfter is not null)).Select(kind => $"{kind.Value} {(kind.Key.Status is { } status ? $"{(int)status}{(kind.Key.Item2 ? " with Retry-After" : "")}" : "connections")}"))}.";

        private static double Median(IEnumerable<TimeSpan> spans) => spans.Select(span => span.TotalMilliseconds).Order().ToList() is { Count: > 0 } ordered ? ordered[ordered.Count / 2] : 0;
    }
}
