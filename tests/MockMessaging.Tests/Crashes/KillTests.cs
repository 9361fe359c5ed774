using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace MockMessaging.Tests.Crashes;

/// <summary>
/// Kills the real process under load, again and again on one data file, and asks the next one what is left. MOCKMESSAGING_KILL_ROUNDS says how often.
/// </summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int UsualRounds = 2;
    private const int Clients = 3;

    /// <summary>The commit window and the commits around it, on a disk that other tests keep busy; Storage/README.md has what it is on a quiet one.</summary>
    private static readonly TimeSpan LongestLoss = TimeSpan.FromSeconds(2);

    private static readonly string[] Keys = ["one", "two", "three"];

    private static readonly int Rounds = int.Parse(
        Environment.GetEnvironmentVariable("MOCKMESSAGING_KILL_ROUNDS") ?? UsualRounds.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private readonly string _folder = Directory.CreateTempSubdirectory("mock-messaging-").FullName;

    [Theory]
    [InlineData("Strict")]
    [InlineData("Relaxed")]
    public async Task What_was_acknowledged_is_there_after_a_kill(string durability)
    {
        var dice = new Random(20_260_105);
        await using var receiver = await WebhookReceiver.StartAsync();
        var server = await StartAsync(durability);
        var lost = new List<TimeSpan>();
        var sent = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var (killed, loads) = await LoadAsync(server, receiver, round, dice.Next(1, 600), server.Kill);
            await server.DisposeAsync();
            server = await StartAsync(durability);
            foreach (var load in loads)
            {
                var kept = await Kept.LookAsync(new TestWorkspace(server.BaseAddress, load.Key));
                sent += load.Clients.Sum(client => client.Sent.Count);
                lost.AddRange(load.Clients.SelectMany(client => Lost(client, kept)).Select(message => Stopwatch.GetElapsedTime(message.At, killed)));
                Check(load, kept, receiver, strictly: durability == "Strict");
            }
        }

        await server.DisposeAsync();
        var oldest = lost.DefaultIfEmpty().Max();
        output.WriteLine($"{durability}: {Rounds} kills, {sent} acknowledged, {lost.Count} lost, the oldest {oldest.TotalMilliseconds:0} ms before its kill.");
        Assert.True(durability == "Strict" ? lost.Count == 0 : oldest < LongestLoss, $"{lost.Count} lost, the oldest {oldest.TotalMilliseconds} ms before its kill.");
    }

    [Theory]
    [InlineData("Strict")]
    [InlineData("Relaxed")]
    public async Task Server_that_is_asked_to_end_loses_nothing(string durability)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await StartAsync(durability);
        var ended = Task.FromResult(-1);

        var (_, loads) = await LoadAsync(server, receiver, 0, 300, () => ended = server.TerminateAsync());

        Assert.Equal((0, ""), (await ended, server.Errors));
        Assert.False(File.Exists(Path.Combine(_folder, "data-log.db")));
        await using var next = await StartAsync(durability);
        foreach (var load in loads)
        {
            Check(load, await Kept.LookAsync(new TestWorkspace(next.BaseAddress, load.Key)), receiver, strictly: true);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<(long StoppedAt, IReadOnlyList<Load> Loads)> LoadAsync(RealServer server, WebhookReceiver receiver, int round, int enough, Action stop)
    {
        var acknowledged = 0;
        var stoppedAt = 0L;
        var loads = Keys.Select((key, index) => new Load(key, [.. Enumerable.Range(0, Clients).Select(client => new LoadClient(
            new TestWorkspace(server.BaseAddress, key),
            string.Create(CultureInfo.InvariantCulture, $"{round + 10}{index}{client}"),
            client == 0 ? receiver.Url : null,
            Count))])).ToList();

        // Whatever is pushed has somewhere to go.
        await Task.WhenAll(Keys.Select(key => new TestWorkspace(server.BaseAddress, key).RegisterWebhookAsync(receiver.Url)));
        await Task.WhenAll(loads.SelectMany(load => load.Clients).Select(client => client.RunAsync()));
        return (stoppedAt, loads);

        void Count()
        {
            if (Interlocked.Increment(ref acknowledged) == enough)
            {
                stoppedAt = Stopwatch.GetTimestamp();
                stop();
            }
        }
    }

    private static IEnumerable<SentMessage> Lost(LoadClient client, Kept kept) => client.Sent.Where(message => !kept.StatusById.ContainsKey(message.Id));

    private static void Check(Load load, Kept kept, WebhookReceiver receiver, bool strictly)
    {
        var pushed = receiver.All.Where(push => push.Type == "statuses").ToLookup(push => (string)push.Item["id"]!, push => push.Subject);
        foreach (var client in load.Clients)
        {
            // Each client waits for one answer before it sends again, so what is kept of it has no gaps.
            Assert.DoesNotContain(client.Sent.SkipWhile(message => kept.StatusById.ContainsKey(message.Id)), message => kept.StatusById.ContainsKey(message.Id));
            Assert.True(!strictly || !Lost(client, kept).Any(), "A message is lost.");
            foreach (var message in client.Sent.Where(message => kept.StatusById.ContainsKey(message.Id)))
            {
                Check(message, kept, [.. pushed[message.Id]], strictly);
            }
        }

        if (strictly && load.Clients[0].Webhook is { Acknowledged: { } registered } webhook)
        {
            Assert.True(kept.Webhook == registered || kept.Webhook == webhook.UnderWay, $"{kept.Webhook} is registered, and {registered} was acknowledged.");
        }
    }

    private static void Check(SentMessage message, Kept kept, IReadOnlyList<string> pushed, bool strictly)
    {
        var status = kept.StatusById[message.Id];
        if (message.Forced && strictly)
        {
            Assert.Equal("FAILD", status);
        }

        // What was pushed when the server was killed may be pushed once more, by a server that does not know it.
        Assert.All(pushed.CountBy(subject => subject), subject => Assert.InRange(subject.Value, 1, 2));
        if (status == "FAILD")
        {
            Assert.Contains("FAILD", pushed);
        }
        else
        {
            // With Relaxed a status given out of turn may be lost where its message is not.
            Assert.Equal("READ", status);
            Assert.Equal(["SENT", "DLVRD", "READ"], pushed.Distinct().Where(subject => subject != "FAILD"));
        }
    }

    private Task<RealServer> StartAsync(string durability) => RealServer.StartAsync(_folder, "--Storage:Durability", durability);

    private sealed record Load(string Key, IReadOnlyList<LoadClient> Clients);
}
