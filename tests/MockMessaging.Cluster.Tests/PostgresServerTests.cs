using Npgsql;
using Xunit;

namespace MockMessaging.Cluster.Tests;

public sealed class PostgresServerTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    [Fact]
    public async Task What_was_committed_outlives_a_restart()
    {
        await using var source = NpgsqlDataSource.Create(await server.NewDatabaseAsync());
        await using (var create = source.CreateCommand("CREATE TABLE kept AS SELECT 7 AS number"))
        {
            await create.ExecuteNonQueryAsync();
        }

        await server.RestartAsync();
        source.Clear();

        await using var read = source.CreateCommand("SELECT number FROM kept");
        Assert.Equal(7, await read.ExecuteScalarAsync());
    }
}
