using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MockMessaging.Cluster.Forwarding;
using MockMessaging.Cluster.Ownership;
using MockMessaging.Control;
using MockMessaging.Http;
using MockMessaging.Persistence;
using MockMessaging.Storage;
using MockMessaging.Workspaces;
using Orleans.Configuration;

namespace MockMessaging.Cluster;

/// <summary>Makes a replica of the server: other records, other ownership of keys, and a middleware in front.</summary>
internal static class ClusterSetup
{
    private const string Name = "mock-messaging";

    public static void AddCluster(this WebApplicationBuilder builder)
    {
        builder.Services.AddCheckedOptions<ClusterOptions>("Cluster");
        builder.AddInnerEndpoint();
        // Replicas that come and go are nothing unusual, and the server itself says what it means for workspaces.
        builder.Logging.AddFilter("Orleans", LogLevel.Warning);

        // It warns at each start, of a time that it counts from the start of the machine.
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        foreach (var library in (string[])["Polly", "Yarp"])
        {
            builder.Logging.AddFilter(library, LogLevel.Error);
        }

        builder.UseOrleans(static silo => silo.AddMembership());
        builder.Services.AddReplica();
    }

    /// <summary>Requests from other replicas come to a port of their own.</summary>
    private static void AddInnerEndpoint(this WebApplicationBuilder builder)
    {
        var port = builder.Configuration.GetValue($"Cluster:{nameof(ClusterOptions.InnerPort)}", new ClusterOptions().InnerPort);
        var host = builder.Configuration[$"Cluster:{nameof(ClusterOptions.Host)}"] ?? HostAddress.First().ToString();
        builder.WebHost.UseUrls([.. PublicUrls(builder.WebHost), "http://" + (IPAddress.TryParse(host, out var address) ? new IPEndPoint(address, port).ToString() : $"*:{port}")]);
    }

    /// <summary>Once there are URLs, the host does not look at its settings for ports any more.</summary>
    private static IEnumerable<string> PublicUrls(IWebHostBuilder host) =>
        host.GetSetting(WebHostDefaults.ServerUrlsKey) is { Length: > 0 } urls ? urls.Split(';')
        : [.. Ports(host, WebHostDefaults.HttpPortsKey).Select(static port => "http://*:" + port), .. Ports(host, WebHostDefaults.HttpsPortsKey).Select(static port => "https://*:" + port)];

    private static string[] Ports(IWebHostBuilder host, string setting) => (host.GetSetting(setting) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);

    private static void AddMembership(this ISiloBuilder silo)
    {
        silo.UseAdoNetClustering(static (AdoNetClusteringSiloOptions _) => { });
        silo.Services.AddOptions<AdoNetClusteringSiloOptions>().Configure<ClusterOptions>(static (membership, options) => (membership.Invariant, membership.ConnectionString) = ("Npgsql", options.Database));
        silo.Services.Configure<Orleans.Configuration.ClusterOptions>(static identity => (identity.ClusterId, identity.ServiceId) = (Name, Name));
        silo.Services.AddOptions<EndpointOptions>().Configure<ClusterOptions>(static (endpoint, options) =>
        {
            endpoint.AdvertisedIPAddress = HostAddress.IPOf(options);
            endpoint.SiloPort = options.SiloPort;
            endpoint.GatewayPort = 0;
        });

        // Faster than the defaults. Not faster still, because a replica that is only busy must not be declared dead: it ends itself then. A replica that has
        // ended is noticed earlier by its lease and by its connections.
        silo.Services.Configure<ClusterMembershipOptions>(static membership =>
        {
            membership.ProbeTimeout = TimeSpan.FromSeconds(1);
            membership.TableRefreshTimeout = TimeSpan.FromSeconds(5);
        });
        silo.Services.Configure<SiloMessagingOptions>(static messaging => messaging.ResponseTimeout = TimeSpan.FromSeconds(2));
    }

    private static void AddReplica(this IServiceCollection services)
    {
        services.AddReverseProxy();
        services.AddSingleton(static provider => ActivatorUtilities.CreateInstance<ClusterStore>(provider, RecordKinds.Collections));
        services.Replace(ServiceDescriptor.Singleton<IStoreStatus>(static provider => provider.GetRequiredService<ClusterStore>()));

        // Only workspaces without a key use it: every other one has a store of its own.
        services.Replace(ServiceDescriptor.Singleton<IRecordStore, MemoryStore>());
        services.Remove(services.Single(static service => service.ImplementationType == typeof(WorkspaceRestorer)));
        services.AddSingleton<OwnedKeys>();
        services.AddSingleton<KeyOwners>();
        services.Replace(ServiceDescriptor.Singleton<IWorkspaceOwnership>(static provider => provider.GetRequiredService<KeyOwners>()));
        services.AddSingleton<WorkspaceCatalog>();
        services.Replace(ServiceDescriptor.Singleton<IWorkspaceCatalog, ClusterCatalog>());
        services.Replace(ServiceDescriptor.Singleton<ServerAddresses, ClientAddresses>());
        services.AddSingleton<ClusterInstruments>();
        services.AddSingleton<InnerClient>();
        services.AddSingleton<InnerRoutes>();
        services.AddSingleton<Deliveries>();
        services.AddSingleton<RequestForwarder>();
        services.AddSingleton<IStartupFilter, InFront>();
        services.AddHostedService<Handover>();
        services.AddHostedService<Keeper>();
    }

    private sealed class InFront : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseMiddleware<ClusterMiddleware>();
            next(app);
        };
    }
}
