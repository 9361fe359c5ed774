using System.Diagnostics;
using System.Globalization;
using System.Net;
using MockMessaging.Cluster.Tests.Load;
using MockMessaging.Cluster.Tests.Processes;
using MockMessaging.Tests;
using Xunit;

namespace MockMessaging.Cluster.Tests.Failures;

/// <summary>A replica that hangs loses its workspaces, and knows that when it wakes. MOCKMESSAGING_HANG_SECONDS says how long it hangs.</summary>
public sealed class HungReplicaTests(ClusterFixture fixture, ITestOutputHelper output) : FailureTest(fixture, output)
{
    private const string Workspace = "/_sandbox/workspace";
    private const int UsualSeconds = 20;
    private const int Readers = 20;

    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(int.Parse(
        Environment.GetEnvironmentVariable("MOCKMESSAGING_HANG_SECONDS") ?? UsualSeconds.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    [Fact]
    public async Task Woken_replica_serves_nothing_stale_and_writes_nothing()
    {
        var (key, owner, _) = await Cluster.NewOwnedKeyAsync();
        await using var others = new Balancer(Cluster.Replicas.Where(replica => replica != owner));
        var asked = SandboxCluster.Through(owner, key);
        var writer = new Writer(others.Address, key);
        await writer.WriteAsync();

        await owner.HangAsync();
        var hung = Stopwatch.GetTimestamp();
        var write = TryAsync(() => asked.PostAsync("/api/v1/message/send", TestWorkspace.Text("+91 90000 12377")));
        var reads = Enumerable.Range(0, Readers).Select(_ => TryAsync(() => asked.GetAsync(Workspace))).ToList();
        await writer.RunAsync(_ => Stopwatch.GetElapsedTime(hung) > Hang);
        var takenOver = writer.FirstAnswerAfter(hung);
        var known = writer.Written.Select(written => written.Id).ToList();
        Assert.DoesNotContain(reads, read => read.IsCompleted);
        await owner.WakeAsync();

        // These requests are in the woken process before it can notice anything.
        var early = await Task.WhenAll(reads);
        Assert.All(early, read => AssertFresh(read, known));
        var late = 0;
        await RepeatingHandler.UntilAsync(
            async () =>
            {
                var read = await TryAsync(() => asked.GetAsync(Workspace));
                AssertFresh(read, known);
                late++;
                return read?.Status == HttpStatusCode.OK || !owner.Runs;
            },
            "The woken replica serves again, or ends.");

        var written = await write;
        var kept = await Kept.StatusesAsync(Cluster.Workspace(key));
        Assert.All(known, id => Assert.Contains(id, kept.Keys));
        Assert.True(written?.Status is not HttpStatusCode.OK || kept.ContainsKey((string)written.Results[0]!["id"]!), "The woken replica acknowledged a write that is not there.");
        Assert.InRange(kept.Count, known.Count, known.Count + 1);
        Output.WriteLine(
            $"Hung for {Hang.TotalSeconds} s; its key answered elsewhere after {takenOver.TotalMilliseconds:0} ms, {known.Count} writes there. Woken: {Readers + late} reads, "
            + $"{early.Count(read => read?.Status == HttpStatusCode.OK)} of the first {Readers} answered with 200, its write with {(int?)written?.Status}; {(owner.Runs ? "it runs" : "it has ended")}.");
    }

    private static void AssertFresh(Answer? read, IReadOnlyList<string> known)
    {
        if (read?.Status == HttpStatusCode.OK)
        {
            Assert.True((int)read.Body!["messages"]! >= known.Count, $"A stale read: {read.Body["messages"]} of {known.Count} messages.");
        }
        else
        {
            Assert.True(read is null or { Status: HttpStatusCode.ServiceUnavailable }, $"{read?.Status} {read?.Text}");
        }
    }

    /// <summary>The response; null if the connection broke.</summary>
    private static async Task<Answer?> TryAsync(Func<Task<Answer>> request)
    {
        try
        {
            return await request();
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return null;
        }
    }
}
