using System.ComponentModel.DataAnnotations;

namespace MockMessaging.Cluster;

/// <summary>How the replicas of a cluster find each other, and where they keep their data. Section <c>Cluster</c>.</summary>
internal sealed class ClusterOptions
{
    /// <summary>
    /// The PostgreSQL database of all replicas, as a connection string of Npgsql: <c>Host=db;Database=mock;Username=mock;Password=…</c>. Its tables are
    /// created at the first start. Required.
    /// </summary>
    [Required]
    public string Database { get; set; } = "";

    /// <summary>Name or IP address by which other replicas reach this one. Default: the first address of this machine that is not a loopback address.</summary>
    public string? Host { get; set; }

    /// <summary>Port of this replica for requests that other replicas forward. Default 8081, 1 to 65535.</summary>
    [Range(1, 65535)]
    public int InnerPort { get; set; } = 8081;

    /// <summary>Port by which the replicas agree on who owns a workspace. Default 11111, 1 to 65535.</summary>
    [Range(1, 65535)]
    public int SiloPort { get; set; } = 11111;

    /// <summary>
    /// How long a replica keeps its workspaces without reaching the database, in milliseconds; then another replica may take them. It is renewed every
    /// quarter of this time. Default 2000, 1000 to 60000.
    /// </summary>
    [Range(1_000, 60_000)]
    public int LeaseMilliseconds { get; set; } = 2_000;
}
