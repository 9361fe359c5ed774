using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MockMessaging.Tests;
using Xunit;

namespace MockMessaging.Cluster.Tests.Postgres;

/// <summary>Orleans keeps its members in our tables, by our statements.</summary>
public sealed class MembershipTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Two_silos_see_each_other_and_one_sees_the_other_leave()
    {
        var options = new ClusterOptions { Database = await server.NewDatabaseAsync() };
        await (await Cluster.Postgres.Database.OpenAsync(options, TestContext.Current.CancellationToken)).DisposeAsync();
        using var first = Silo(options.Database);
        using var second = Silo(options.Database);

        await first.StartAsync(TestContext.Current.CancellationToken);
        await second.StartAsync(TestContext.Current.CancellationToken);
        await Task.WhenAll(SeesAsync(first, active: 2), SeesAsync(second, active: 2)).WaitAsync(Longest);

        await second.StopAsync(TestContext.Current.CancellationToken);
        await SeesAsync(first, active: 1).WaitAsync(Longest);
        await CleanUpAsync(first);

        await first.StopAsync(TestContext.Current.CancellationToken);
    }

    private static IHost Silo(string database)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo =>
        {
            silo.UseAdoNetClustering(clustering => (clustering.Invariant, clustering.ConnectionString) = ("Npgsql", database));
            silo.Configure<Orleans.Configuration.ClusterOptions>(static cluster => (cluster.ClusterId, cluster.ServiceId) = ("test", "test"));
            silo.ConfigureEndpoints(IPAddress.Loopback, FreePorts.Take(), FreePorts.Take());
        });
        return builder.Build();
    }

    private static async Task SeesAsync(IHost silo, int active)
    {
        await foreach (var members in silo.Services.GetRequiredService<IClusterMembershipService>().MembershipUpdates)
        {
            if (members.Members.Values.Count(static member => member.Status == SiloStatus.Active) == active)
            {
                return;
            }
        }
    }

    /// <summary>Runs the statements that Orleans needs seldom.</summary>
    private static async Task CleanUpAsync(IHost silo)
    {
        var table = silo.Services.GetRequiredService<IMembershipTable>();
        var before = await table.ReadAllAsync(TestContext.Current.CancellationToken);
        var dead = Assert.Single(before.Members, static member => member.Item1.Status == SiloStatus.Dead).Item1;
        Assert.Equal(dead.SiloName, Assert.Single((await table.ReadRowAsync(dead.SiloAddress, TestContext.Current.CancellationToken)).Members).Item1.SiloName);
        await table.UpdateIAmAliveAsync(dead, TestContext.Current.CancellationToken);
        Assert.False(await table.InsertRowAsync(dead, before.Version.Next(), TestContext.Current.CancellationToken));
        Assert.False(await table.UpdateRowAsync(dead, "0", before.Version.Next(), TestContext.Current.CancellationToken));

        await table.CleanupDefunctSiloEntriesAsync(new DateTimeOffset(2999, 1, 1, 0, 0, 0, TimeSpan.Zero), TestContext.Current.CancellationToken);

        Assert.Single((await table.ReadAllAsync(TestContext.Current.CancellationToken)).Members);
    }
}
