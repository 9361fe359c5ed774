using System.Diagnostics;
using System.Text.Json.Nodes;
using MockMessaging.Cluster.Tests.Load;
using MockMessaging.Cluster.Tests.Processes;
using MockMessaging.Tests;
using Xunit;

namespace MockMessaging.Cluster.Tests.Crossing;

/// <summary>A push never arrives before the response to the request that caused it, not even if the response passes through a slow replica.</summary>
public sealed class PushAfterResponseTests(ClusterFixture fixture, ITestOutputHelper output) : ClusterTest(fixture, output)
{
    /// <summary>Longer than the delay of SENT, shorter than what makes a replica count as dead.</summary>
    private static readonly TimeSpan Watched = TimeSpan.FromMilliseconds(300);

    [Fact]
    public async Task Push_waits_until_the_callers_replica_has_passed_the_response_on()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var (key, owner, other) = await Cluster.NewOwnedKeyAsync();
        var (direct, forwarded) = (SandboxCluster.Through(owner, key), SandboxCluster.Through(other, key));
        await direct.RegisterWebhookAsync(receiver.Url);
        var fault = (string)(await direct.PostAsync("/_sandbox/faults", JsonNode.Parse("""{"target":{"path":"/api/v1/message/send"},"effect":{"delay":"PT0.2S"}}""")!)).Ok().Body!["id"]!;

        var sending = forwarded.SendTextAsync();
        await RepeatingHandler.UntilAsync(async () => (int)(await FaultAsync())["struck"]! == 1, "The owner has the request.");
        await other.HangAsync();
        IReadOnlyList<string> early;
        try
        {
            await RepeatingHandler.UntilAsync(async () => (await AcceptedAsync()).Count == 1, "The owner has accepted the message.");
            var accepted = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(accepted) < Watched)
            {
                await AcceptedAsync();
            }

            early = [.. receiver.Subjects];
        }
        finally
        {
            await other.WakeAsync();
        }

        var id = await sending;
        Assert.Empty(early);
        Assert.Equal(("SENT", id), ((await receiver.NextAsync()) is var push ? push.Subject : "", (string?)receiver.All[0].Item["id"]));

        async Task<JsonNode> FaultAsync() => (await direct.GetAsync("/_sandbox/faults")).Ok().Body!["faults"]!.AsArray().Single(one => (string)one!["id"]! == fault)!;

        async Task<IReadOnlySet<string>> AcceptedAsync() => Kept.Ids((await direct.GetAsync("/_sandbox/messages")).Ok().Body!);
    }
}
