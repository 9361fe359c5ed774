using System.Net;
using System.Text;
using LiteDB;
using MockMessaging.Cluster.Tests.Processes;
using MockMessaging.Tests;
using Xunit;

namespace MockMessaging.Cluster.Tests.Crossing;

/// <summary>During a rolling upgrade, a replica of the older version finds what one of the newer version has stored.</summary>
public sealed class RollingUpgradeTests(ClusterFixture fixture, ITestOutputHelper output) : ClusterTest(fixture, output)
{
    [Theory]
    [InlineData("futures", 1)]
    [InlineData("workspaces", 0)]
    public async Task Workspace_with_records_of_a_newer_version_is_left_to_other_replicas(string collection, int generation)
    {
        var key = SandboxCluster.NewKey();
        await StoreAsync(key, collection, generation, new BsonDocument { ["version"] = 99, ["key"] = key, ["generation"] = 1 });

        foreach (var replica in Cluster.Replicas)
        {
            var refused = (await SandboxCluster.Through(replica, key).PostAsync("/api/v1/message/send", TestWorkspace.Text())).Is(HttpStatusCode.ServiceUnavailable);
            Assert.NotNull(refused.Header("Retry-After"));
            Assert.Contains("A newer version of this server wrote this workspace", refused.Text, StringComparison.Ordinal);
            await SandboxCluster.Through(replica, SandboxCluster.NewKey()).SendTextAsync();
        }

        Assert.Equal(DBNull.Value, await Cluster.ScalarAsync("SELECT owner FROM workspaces WHERE key = $1", Encoding.UTF8.GetBytes(key)));
        Assert.Equal(1L, await Cluster.ScalarAsync("SELECT count(*) FROM records JOIN workspaces ON number = workspace WHERE key = $1", Encoding.UTF8.GetBytes(key)));
    }

    /// <summary>Stores a record as a replica that has released its workspace.</summary>
    private Task<object?> StoreAsync(string key, string collection, int generation, BsonDocument fields) => Cluster.ScalarAsync(
        """
        WITH added AS (INSERT INTO workspaces (key, epoch, is_kept, media_id) VALUES ($1, 1, true, '') RETURNING number)
        INSERT INTO records (workspace, generation, collection, id, fields) SELECT number, $2, $3, 1, $4 FROM added
        """,
        Encoding.UTF8.GetBytes(key), generation, collection, BsonSerializer.Serialize(fields));
}
