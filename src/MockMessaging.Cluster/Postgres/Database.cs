using System.Globalization;
using MockMessaging.Storage;
using Npgsql;

namespace MockMessaging.Cluster.Postgres;

/// <summary>The database of the cluster: opens it, and creates its tables.</summary>
internal static class Database
{
    private const int Format = 1;

    /// <summary>In seconds. A shorter one would refuse connections to a database that is only busy.</summary>
    private const int ShortestTimeout = 5;

    /// <summary>Any number, as long as no other program locks it in this database.</summary>
    private const long SchemaLock = 5_301_774_026_117;

    /// <exception cref="StoreUnusableException">It cannot be reached or used; the message says why and what to do.</exception>
    public static async Task<NpgsqlDataSource> OpenAsync(ClusterOptions options, CancellationToken cancelled)
    {
        var name = "The database of Cluster:Database";
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(options.Database);
            name = $"The database '{connection.Database}' at {connection.Host}:{connection.Port} (Cluster:Database)";
            await CreateTablesAsync(options, name, cancelled).ConfigureAwait(false);
            return NpgsqlDataSource.Create(WithTimeouts(connection, options));
        }
        catch (Exception failure) when (failure is NpgsqlException or ArgumentException or StoreUnusableException)
        {
            throw failure as StoreUnusableException ?? new StoreUnusableException($"{name} cannot be used: {Reason(failure)}.", failure);
        }
    }

    /// <summary>A connection that hangs is given up, because a new one may reach another server of the database.</summary>
    public static NpgsqlConnectionStringBuilder WithTimeouts(NpgsqlConnectionStringBuilder connection, ClusterOptions options)
    {
        connection.Timeout = Math.Max(ShortestTimeout, options.LeaseMilliseconds / 1_000);
        connection.CancellationTimeout = -1;
        connection.ApplicationName ??= "mock-messaging";
        return connection;
    }

    /// <summary>What failed, in one line and without a full stop.</summary>
    public static string Reason(Exception failure) => failure switch
    {
        PostgresException refused => $"{refused.MessageText} ({refused.SqlState})",
        { InnerException: { } inner } => $"{Line(failure)} ({Line(inner)})",
        _ => Line(failure),
    };

    private static string Line(Exception failure) => failure.Message.ReplaceLineEndings(" ").TrimEnd('.');

    private static async Task CreateTablesAsync(ClusterOptions options, string name, CancellationToken cancelled)
    {
        // With the usual time limit: at the start nothing depends yet on how soon a connection that hangs is given up.
        await using var connection = new NpgsqlConnection(options.Database);
        await connection.OpenAsync(cancelled).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancelled).ConfigureAwait(false);
        await RunAsync(connection, string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({SchemaLock})"), cancelled).ConfigureAwait(false);
        await RunAsync(connection, "CREATE TABLE IF NOT EXISTS format (number int NOT NULL)", cancelled).ConfigureAwait(false);
        await using (var format = new NpgsqlCommand("SELECT number FROM format", connection))
        {
            if (await format.ExecuteScalarAsync(cancelled).ConfigureAwait(false) is int found and not Format)
            {
                throw new StoreUnusableException(
                    $"{name} has format {found}, and this version uses format {Format}: use a version with that format, or export the workspaces with it and import them into an empty database.",
                    new InvalidDataException());
            }
        }

        await RunAsync(connection, await ReadAsync("Schema.sql", cancelled).ConfigureAwait(false), cancelled).ConfigureAwait(false);
        await RunAsync(connection, $"INSERT INTO format SELECT {Format} WHERE NOT EXISTS (SELECT FROM format)", cancelled).ConfigureAwait(false);
        await RunAsync(connection, await ReadAsync("Membership.sql", cancelled).ConfigureAwait(false), cancelled).ConfigureAwait(false);
        await transaction.CommitAsync(cancelled).ConfigureAwait(false);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancelled)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancelled).ConfigureAwait(false);
    }

    private static async Task<string> ReadAsync(string name, CancellationToken cancelled)
    {
        using var reader = new StreamReader(typeof(Database).Assembly.GetManifestResourceStream(name)!);
        return await reader.ReadToEndAsync(cancelled).ConfigureAwait(false);
    }
}
