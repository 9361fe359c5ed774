using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using MockMessaging.Cluster.Tests.Processes;
using MockMessaging.Tests;
using Xunit;

namespace MockMessaging.Cluster.Tests.Failures;

/// <summary>What is due happens although the replica that had it is gone and nobody sends a request.</summary>
public sealed class TimersTests(ClusterFixture fixture, ITestOutputHelper output) : FailureTest(fixture, output)
{
    private const int Keys = 6;

    /// <summary>From the acceptance of a message to its statuses.</summary>
    private static readonly Dictionary<string, TimeSpan> Delays = new()
    {
        ["SENT"] = TimeSpan.FromMilliseconds(500),
        ["DLVRD"] = TimeSpan.FromSeconds(1),
        ["READ"] = TimeSpan.FromSeconds(2),
    };

    /// <summary>It is 3 s on a quiet machine; this limit only finds timers that no replica continues, on a busy one, too.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task Statuses_are_pushed_soon_after()
    {
        var arrivals = new ConcurrentQueue<(Received Push, long At)>();
        await using var receiver = await WebhookReceiver.StartAsync(context =>
        {
            arrivals.Enqueue(((Received)context.Items[nameof(Received)]!, Stopwatch.GetTimestamp()));
            return Task.CompletedTask;
        });
        var owners = new Dictionary<string, Replica>();
        while (owners.Count < Keys)
        {
            var key = SandboxCluster.NewKey();
            owners[key] = await PrepareAsync(key, receiver.Url);
        }

        var victim = owners.Values.CountBy(owner => owner).MaxBy(owner => owner.Value).Key;
        var sent = new Dictionary<string, long>();
        foreach (var key in owners.Keys)
        {
            var began = Stopwatch.GetTimestamp();
            sent[await Cluster.Workspace(key).SendTextAsync()] = began;
        }

        await victim.KillAsync();
        for (var push = 0; push < sent.Count * Delays.Count; push++)
        {
            await receiver.NextAsync();
        }

        var late = arrivals.Select(arrival => Stopwatch.GetElapsedTime(sent[(string)arrival.Push.Item["id"]!], arrival.At) - Delays[arrival.Push.Subject]).ToList();
        Output.WriteLine($"{owners.Values.Count(owner => owner == victim)} of {Keys} keys lost their owner; the latest of {late.Count} pushes came {late.Max().TotalMilliseconds:0} ms late.");
        Assert.All(late, delay => Assert.InRange(delay, TimeSpan.FromMilliseconds(-50), LongestDelay));
    }

    private async Task<Replica> PrepareAsync(string key, string webhook)
    {
        var workspace = Cluster.Workspace(key);
        await workspace.RegisterWebhookAsync(webhook);
        return Cluster.Named((await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", new JsonObject
        {
            ["delays"] = new JsonObject { ["sent"] = "PT0.5S", ["delivered"] = "PT1S", ["read"] = "PT2S" },
        }.ToJsonString())).Ok());
    }
}
