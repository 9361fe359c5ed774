using MockMessaging.Storage;
using Xunit;
using static MockMessaging.Cluster.Tests.Postgres.TestReplicas;

namespace MockMessaging.Cluster.Tests.Postgres;

/// <summary>What happens to changes while the database does not take them.</summary>
public sealed class OutageTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    [Theory]
    [InlineData(Durability.Strict)]
    [InlineData(Durability.Relaxed)]
    internal async Task Restart_of_the_database_loses_nothing(Durability durability)
    {
        await using var replicas = await StartAsync(server);
        var replica = await replicas.AddAsync(durability: durability, leaseMilliseconds: 60_000);
        var stores = new[] { await replica.OwnAsync("one"), await replica.OwnAsync("other") };
        await Task.WhenAll(stores.Select(store => Append(store, 1)));

        var restarted = server.RestartAsync();
        var appended = Enumerable.Range(2, 200).SelectMany(id => stores.Select(store => Append(store, id))).ToList();
        await restarted;
        appended.AddRange(stores.Select(store => Append(store, 202)));
        await Task.WhenAll(appended).WaitAsync(TimeSpan.FromSeconds(30));
        await Task.WhenAll(stores.Select(store => store.ReleaseAsync(null)));

        Assert.Equal(2 * 202, await replicas.ValueAsync<long>("SELECT count(*) FROM records"));
    }

    [Fact]
    public async Task Refusal_of_a_full_disk_ends_when_there_is_room_again()
    {
        await using var replicas = await StartAsync(server);
        var replica = await replicas.AddAsync();
        var store = await replica.OwnAsync("key");
        await replicas.RunAsync(
            """
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = '53100'; END $$;
            CREATE TRIGGER full_disk BEFORE INSERT ON records EXECUTE FUNCTION refuse();
            """);
        var isRefused = replicas.LineAsync("53100");

        var waits = Append(store, 1, "kept");
        await isRefused;
        Assert.False(waits.IsCompleted);
        Assert.Throws<StoreBusyException>(store.EnsureCapacity);
        await replicas.RunAsync("DROP TRIGGER full_disk ON records");

        await waits.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Null(store.Refusal);
        Assert.Equal(["kept"], store.ReadAll().Select(record => record.Fields!["text"].AsString));
    }

    [Fact]
    public async Task Too_many_changes_are_refused()
    {
        await using var replicas = await StartAsync(server);
        var replica = await replicas.AddAsync(durability: Durability.Relaxed, maxWaiting: 1_000);
        var store = await replica.OwnAsync("key");
        store.EnsureCapacity();
        await replicas.RunAsync("CREATE FUNCTION pause() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40001'; END $$; CREATE TRIGGER full_disk BEFORE INSERT ON records EXECUTE FUNCTION pause();");
        for (var id = 1; id <= 1_000; id++)
        {
            await Append(store, id);
        }

        Assert.Contains("Storage:MaxWaiting", Assert.Throws<StoreBusyException>(store.EnsureCapacity).Message, StringComparison.Ordinal);
        await replicas.RunAsync("DROP TRIGGER full_disk ON records");
        await store.ReleaseAsync(null);
        Assert.Equal(0, replica.Waiting);
    }

    [Fact]
    public async Task Database_of_another_format_is_refused_in_one_sentence()
    {
        await using var replicas = await StartAsync(server);
        await replicas.RunAsync("CREATE TABLE format AS SELECT 9 AS number");

        var refused = await Assert.ThrowsAsync<StoreUnusableException>(() => replicas.AddAsync());

        Assert.Contains("format 9", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.Equal(DBNull.Value, await replicas.ValueAsync<object>("SELECT to_regclass('records')::text"));
    }

    [Fact]
    public async Task Database_that_cannot_be_reached_is_refused_without_its_password()
    {
        var options = new ClusterOptions { Database = "Host=127.0.0.1;Port=1;Username=postgres;Password=secret;Database=none" };

        var refused = await Assert.ThrowsAsync<StoreUnusableException>(() => Cluster.Postgres.Database.OpenAsync(options, TestContext.Current.CancellationToken));

        Assert.Contains("'none' at 127.0.0.1:1 (Cluster:Database)", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.ToString(), StringComparison.Ordinal);
    }
}
