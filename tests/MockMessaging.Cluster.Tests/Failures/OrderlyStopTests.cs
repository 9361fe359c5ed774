using System.Diagnostics;
using MockMessaging.Cluster.Tests.Load;
using MockMessaging.Cluster.Tests.Processes;
using Xunit;

namespace MockMessaging.Cluster.Tests.Failures;

public sealed class OrderlyStopTests(ClusterFixture fixture, ITestOutputHelper output) : FailureTest(fixture, output)
{
    private const int Keys = 9;
    private const int Before = 100;

    [Fact]
    public async Task Replica_that_is_asked_to_end_hands_its_workspaces_over()
    {
        var writers = Enumerable.Range(0, Keys).Select(_ => new Writer(Cluster.Address, SandboxCluster.NewKey())).ToList();
        var acknowledged = 0;
        Task<int>? ended = null;
        var asked = 0L;

        await Task.WhenAll(writers.Select(writer => writer.RunAsync(IsEnough, Count)));

        Assert.Equal(0, await ended!);
        foreach (var writer in writers)
        {
            writer.AssertRefusedInOrder();
            var kept = await Kept.StatusesAsync(Cluster.Workspace(writer.Key));
            Assert.All(writer.Written, written => Assert.Equal("READ", kept.GetValueOrDefault(written.Id)));
            Assert.Equal(writer.Written.Count, kept.Count);
        }

        Output.WriteLine(
            $"SIGTERM: {writers.Sum(writer => writer.Refused.Count)} refusals with Retry-After of {writers.Sum(writer => writer.Written.Count)} writes; "
            + $"the last key answered after {writers.Max(writer => writer.FirstAnswerAfter(asked)).TotalMilliseconds:0} ms; the longest gap of a key {writers.Max(writer => writer.LongestGap()).TotalMilliseconds:0} ms.");

        // The load goes on until the process has ended and every key was answered once more.
        bool IsEnough(Writer writer) => ended is { IsCompleted: true } && writer.Written.Count > 0 && writer.Written[^1].SentAt > Volatile.Read(ref asked);

        void Count()
        {
            if (Interlocked.Increment(ref acknowledged) == Before)
            {
                Volatile.Write(ref asked, Stopwatch.GetTimestamp());
                ended = Cluster.TerminateAsync(Cluster.Replicas.First(replica => writers.Any(writer => writer.Written.Count > 0 && writer.Written[^1].Replica == replica.Name)));
            }
        }
    }

    [Fact]
    public async Task Replicas_can_be_replaced_one_after_the_other_under_load()
    {
        var writers = Enumerable.Range(0, Keys).Select(_ => new Writer(Cluster.Address, SandboxCluster.NewKey())).ToList();
        var replacing = ReplaceAsync();

        await Task.WhenAll(writers.Select(writer => writer.RunAsync(_ => replacing.IsCompleted)));

        await replacing;
        foreach (var writer in writers)
        {
            writer.AssertRefusedInOrder();
            var kept = await Kept.StatusesAsync(Cluster.Workspace(writer.Key));
            Assert.Subset(kept.Keys.ToHashSet(), writer.Written.Select(written => written.Id).ToHashSet());
        }

        var kinds = writers.SelectMany(writer => writer.Refused).CountBy(refusal => (refusal.Status, refusal.RetryAfter, refusal.Text.Split("\"description\":\"")[^1].Split('\n')[0].Split('"')[0]));
        Output.WriteLine(
            $"Rolling: {writers.Sum(writer => writer.Written.Count)} writes; the longest gap of a key {writers.Max(writer => writer.LongestGap()).TotalMilliseconds:0} ms; "
            + $"refused: {string.Join("; ", kinds.Select(kind => $"{kind.Value} {kind.Key}"))}");

        async Task ReplaceAsync()
        {
            foreach (var replica in Cluster.Replicas)
            {
                await Cluster.ReplaceAsync(replica);
            }
        }
    }
}
