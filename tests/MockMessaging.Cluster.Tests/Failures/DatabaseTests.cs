using MockMessaging.Cluster.Tests.Load;
using MockMessaging.Cluster.Tests.Processes;
using MockMessaging.Tests;
using Npgsql;
using Xunit;

namespace MockMessaging.Cluster.Tests.Failures;

public sealed class DatabaseTests(ClusterFixture fixture, ITestOutputHelper output) : FailureTest(fixture, output)
{
    private const int Keys = 6;
    private const int Before = 60;
    private const int After = 10;

    [Fact]
    public async Task Restart_of_the_database_under_load_costs_refusals_and_no_data()
    {
        var writers = Enumerable.Range(0, Keys).Select(_ => new Writer(Cluster.Address, SandboxCluster.NewKey())).ToList();
        await Task.WhenAll(writers.Select(writer => writer.RunAsync(one => one.Written.Count >= Before)));
        var restarted = Task.Run(Postgres.RestartAsync);
        var late = new Dictionary<Writer, int>();

        await Task.WhenAll(writers.Select(writer => writer.RunAsync(IsEnough)));

        await restarted;
        foreach (var writer in writers)
        {
            var kept = await Kept.StatusesAsync(Cluster.Workspace(writer.Key));
            Assert.All(writer.Written, written => Assert.Equal("READ", kept.GetValueOrDefault(written.Id)));
        }

        Assert.All(Cluster.Replicas, replica => Assert.True(replica.Runs, $"{replica.Name} has ended."));
        Output.WriteLine($"Database restarted: {writers.Sum(writer => writer.Refused.Count)} refusals of {writers.Sum(writer => writer.Written.Count)} writes, {writers.Sum(writer => writer.Refused.Count(refusal => refusal.RetryAfter is null))} of them without Retry-After; the longest gap of a key {writers.Max(writer => writer.LongestGap()).TotalMilliseconds:0} ms.");

        // A few more messages after the database is back.
        bool IsEnough(Writer writer)
        {
            lock (late)
            {
                return restarted.IsCompleted && writer.Written.Count >= (late.TryGetValue(writer, out var count) ? count : late[writer] = writer.Written.Count + After);
            }
        }
    }

    [Fact]
    public async Task Without_the_database_a_replica_is_not_ready_and_refuses()
    {
        var (key, owner, _) = await Cluster.NewOwnedKeyAsync();
        await Postgres.StopAsync();
        try
        {
            var workspace = SandboxCluster.Through(owner, key);
            await RepeatingHandler.UntilAsync(async () => (await workspace.RawCallAsync(HttpMethod.Get, "/healthz/ready")).Status == System.Net.HttpStatusCode.ServiceUnavailable, "Not ready.");
            var refused = (await workspace.PostAsync("/api/v1/message/send", TestWorkspace.Text())).Is(System.Net.HttpStatusCode.ServiceUnavailable);
            Assert.NotNull(refused.Header("Retry-After"));
            (await workspace.RawCallAsync(HttpMethod.Get, "/healthz/live")).Ok();
        }
        finally
        {
            await Postgres.StartAsync();
        }

        await Cluster.Workspace(key).SendTextAsync();
    }

    [Fact]
    public async Task Two_replicas_that_start_at_once_on_an_empty_database_are_one_sandbox()
    {
        var database = await Postgres.NewDatabaseAsync();
        await using var cluster = await SandboxCluster.StartAsync(database);

        var answers = new List<string>();
        foreach (var replica in cluster.Replicas)
        {
            answers.Add(cluster.Named((await SandboxCluster.Through(replica, "one").GetAsync("/_sandbox/workspace")).Ok()).Name);
        }

        Assert.Single(answers.Distinct());
    }

    [Theory]
    [InlineData("Password=wrong-secret")]
    [InlineData("Port=1;Password=wrong-secret")]
    public async Task Database_that_cannot_be_used_ends_the_start_with_one_line(string change)
    {
        var folder = Directory.CreateTempSubdirectory("mock-messaging-");
        await using var replica = new Replica(folder.FullName, $"{await SecuredAsync()};{change}");
        replica.Start();

        Assert.Equal(1, await replica.ExitAsync());
        Assert.Single(replica.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("wrong-secret", replica.Output, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    /// <summary>A database of a user who needs a password.</summary>
    private async Task<string> SecuredAsync()
    {
        var database = await Postgres.NewDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(database);
        var file = (string)(await ScalarAsync("SHOW hba_file"))!;
        await ScalarAsync("DO $$ BEGIN CREATE ROLE secured LOGIN PASSWORD 'right'; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        await ScalarAsync($"COPY (SELECT 'host all secured 127.0.0.1/32 scram-sha-256' UNION ALL SELECT 'host all all 127.0.0.1/32 trust') TO '{file}'");
        await ScalarAsync("SELECT pg_reload_conf()");
        return database + ";Username=secured";

        async Task<object?> ScalarAsync(string sql)
        {
            await using var command = source.CreateCommand(sql);
            return await command.ExecuteScalarAsync();
        }
    }
}
