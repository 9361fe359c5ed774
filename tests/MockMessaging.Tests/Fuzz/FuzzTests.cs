using System.Globalization;
using Xunit;

namespace MockMessaging.Tests.Fuzz;

/// <summary>
/// Every operation of both served documents, with values made from the documents and values that break programs. See <see cref="FuzzSettings"/>
/// for more of it, and other seeds.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Workers = 4;
    private const int RestsOfSteady = 4;
    private const int RestsPerReceiver = 10;
    private const int FurtherTries = 500;

    [Fact]
    public async Task No_request_breaks_the_server_its_workspace_or_the_documents()
    {
        var failures = new Failures();
        await using (var server = await FuzzServer.StartAsync(failures))
        {
            using var client = new FuzzClient();
            var operations = await FuzzOperation.AllAsync(server.BaseAddress);
            var witness = new Witness(server, client, failures);
            await witness.CheckAsync();
            var workspaces = await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(() => WorkAsync(worker, operations, server, client, failures, witness))));
            await TryAgainAsync(operations, workspaces[0][0], failures);
            await RestartAsync(server, client, failures, [.. workspaces.SelectMany(pair => pair)]);
            await witness.CheckAsync();
        }

        output.WriteLine(failures.Summary);
        Assert.True(failures.Kinds == 0, failures.Report(nameof(FuzzTests)));
        Assert.Empty(failures.NeverGood);
    }

    /// <summary>A share of all requests, in an order of its own, against two workspaces: one that is seldom replaced as a whole, and one that often is.</summary>
    private static async Task<FuzzWorkspace[]> WorkAsync(
        int worker, IReadOnlyList<FuzzOperation> operations, FuzzServer server, FuzzClient client, Failures failures, Witness witness)
    {
        var random = new Random(FuzzSettings.Seed + worker);
        var receiver = await PushReceiver.StartAsync(failures);
        var webhooks = new WebhookUrls(random, () => receiver.Url);
        FuzzWorkspace Workspace(string name) => new(server, client, failures, string.Create(CultureInfo.InvariantCulture, $"fuzz-{worker}-{name}"), random, webhooks.Next);
        var (steady, replaced) = (Workspace("steady"), Workspace("replaced"));
        var rests = 0;
        for (var round = 0; round < Math.Max(1, FuzzSettings.Requests / Workers) && !server.IsGivenUp; round++)
        {
            var order = operations.ToArray();
            random.Shuffle(order);
            foreach (var operation in order)
            {
                await (random.Next(10) < (operation.Replaces ? 9 : 1) ? replaced : steady).TryAsync(operation);
            }

            await steady.SettleAsync();
            if (++rests % RestsOfSteady == 0)
            {
                await replaced.SettleAsync();
            }

            if (worker == 0)
            {
                await witness.CheckAsync();
            }

            if (rests % RestsPerReceiver == 0)
            {
                await receiver.DisposeAsync();
                receiver = await PushReceiver.StartAsync(failures);
            }
        }

        await receiver.DisposeAsync();
        return [steady, replaced];
    }

    /// <summary>Whether a rare operation succeeds among so few requests is luck, which changes with every operation that is added.</summary>
    private static async Task TryAgainAsync(IReadOnlyList<FuzzOperation> operations, FuzzWorkspace workspace, Failures failures)
    {
        for (var tries = 0; tries < FurtherTries && failures.NeverGood.FirstOrDefault() is { } name; tries++)
        {
            // What it is about may have been removed since, such as the fault to change.
            var path = name.Split(' ')[1].Split("/{")[0];
            if (operations.FirstOrDefault(operation => operation.Name == "POST " + path) is { } maker)
            {
                await workspace.TryAsync(maker);
            }

            await workspace.TryAsync(operations.First(operation => operation.Name == name));
        }
    }

    private static async Task RestartAsync(FuzzServer server, FuzzClient client, Failures failures, FuzzWorkspace[] workspaces)
    {
        var before = new Dictionary<string, string>();
        foreach (var workspace in workspaces)
        {
            await workspace.SettleAsync();
            before[workspace.Key] = UsableProbe.Counts(await client.SendAsync(server.BaseAddress, UsableProbe.Look(workspace.Key)));
        }

        if (!await server.RestartAsync())
        {
            return;
        }

        foreach (var (key, held) in before)
        {
            var now = UsableProbe.Counts(await client.SendAsync(server.BaseAddress, UsableProbe.Look(key)));
            if (now != held)
            {
                failures.Add("a restart changed what a workspace holds", () => $"{key}\nbefore: {held}\nafter:  {now}");
            }
        }
    }
}
