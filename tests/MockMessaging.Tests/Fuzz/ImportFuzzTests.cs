using System.Globalization;
using Xunit;

namespace MockMessaging.Tests.Fuzz;

/// <summary>Exports of workspaces with records of every kind, altered and imported: taken whole and usable, or refused with nothing changed.</summary>
public sealed class ImportFuzzTests(ITestOutputHelper output)
{
    private const int Workers = 2;
    private const int BetweenRestarts = 250;
    private const string Import = "POST /_sandbox/import";

    [Fact]
    public async Task Altered_export_is_taken_and_works_or_is_refused_and_changes_nothing()
    {
        var failures = new Failures();
        var taken = 0;
        await using (var server = await FuzzServer.StartAsync(failures))
        {
            using var client = new FuzzClient();
            var operations = await FuzzOperation.AllAsync(server.BaseAddress);
            var import = operations.Single(operation => operation.Name == Import);
            var exports = await FilledWorkspaces.ExportsAsync(server, client, operations);
            for (var (done, round) = (0, 0); done < FuzzSettings.Requests && !server.IsGivenUp; done += BetweenRestarts, round++)
            {
                var share = Math.Min(BetweenRestarts, FuzzSettings.Requests - done) / Workers;
                var life = server.Life;
                var workers = await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(() =>
                    new ImportWorker(server, client, failures, import, new Random(FuzzSettings.Seed + done + worker), $"import-{round}-{worker}").WorkAsync(exports, share))));
                taken += workers.Sum(worker => worker.Taken);
                await RestartAsync(server, client, failures, life, workers);
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{FuzzSettings.Requests} imports, {taken} taken"));
        Assert.True(failures.Kinds == 0, failures.Report(nameof(ImportFuzzTests)));
        Assert.True(taken > 0, "Each altered export was refused, so that nothing was tried in earnest.");
    }

    private static async Task RestartAsync(FuzzServer server, FuzzClient client, Failures failures, int life, ImportWorker[] workers)
    {
        if (life != server.Life || !await server.RestartAsync())
        {
            return;
        }

        foreach (var (key, held, archive) in workers.SelectMany(worker => worker.Kept))
        {
            var now = UsableProbe.Counts(await client.SendAsync(server.BaseAddress, UsableProbe.Look(key)));
            if (now != held)
            {
                failures.Add("a restart changed what an import had made", () => $"{key}\nbefore: {held}\nafter:  {now}\n{archive}");
            }
        }
    }
}
