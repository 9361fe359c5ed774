using Npgsql;

namespace MockMessaging.Cluster.Postgres;

/// <summary>The lease of a replica in the database, on a connection of its own: no other work makes a renewal wait. For one thread.</summary>
internal sealed class LeaseRow : IDisposable
{
    private const string Insert = "INSERT INTO replicas (id, address, valid_until) VALUES ($1, $2, clock_timestamp() + $3)";

    private readonly Guid _id;
    private readonly string _address;
    private readonly TimeSpan _length;
    private readonly string _connectionString;
    private NpgsqlConnection? _connection;

    public LeaseRow(Guid id, string address, ClusterOptions options)
    {
        (_id, _address, _length) = (id, address, TimeSpan.FromMilliseconds(options.LeaseMilliseconds));
        var connection = Database.WithTimeouts(new NpgsqlConnectionStringBuilder(options.Database) { Pooling = false }, options);
        connection.CommandTimeout = connection.Timeout;
        _connectionString = connection.ConnectionString;
    }

    private NpgsqlConnection Connection
    {
        get
        {
            if (_connection is null)
            {
                _connection = new NpgsqlConnection(_connectionString);
                _connection.Open();
            }

            return _connection;
        }
    }

    /// <summary>Also removes the rows of replicas that ended long ago. Not while workspaces refer to them: the row is what their next owner locks.</summary>
    public void Begin() => Execute(
        ("DELETE FROM workspaces WHERE NOT is_kept AND owner IN (SELECT id FROM replicas WHERE valid_until < clock_timestamp() - interval '1 hour')", []),
        ("DELETE FROM replicas r WHERE valid_until < clock_timestamp() - interval '1 hour' AND NOT EXISTS (SELECT FROM workspaces WHERE owner = r.id)", []),
        (Insert, [_id, _address, _length]));

    /// <summary>False if it has ended in the database.</summary>
    /// <remarks>The lock is a statement of its own: replicas that take a workspace hold it, and the time must be looked at after they have ended.</remarks>
    public bool Renew() => Execute(
        ("SELECT FROM replicas WHERE id = $1 FOR UPDATE", [_id]),
        ("UPDATE replicas SET valid_until = clock_timestamp() + $2 WHERE id = $1 AND valid_until > clock_timestamp()", [_id, _length])) > 0;

    /// <summary>Makes it valid again. Returns what the replica still owns: numbers of workspaces with their epochs.</summary>
    public IReadOnlyDictionary<long, long> TakeAnew()
    {
        var owned = new Dictionary<long, long>();
        using var transaction = Connection.BeginTransaction();
        if (Execute(("UPDATE replicas SET valid_until = clock_timestamp() + $2 WHERE id = $1", [_id, _length])) == 0)
        {
            // Without the row nothing kept other replicas from taking all workspaces.
            Execute((Insert, [_id, _address, _length]));
        }
        else
        {
            using var command = new NpgsqlCommand("SELECT number, epoch FROM workspaces WHERE owner = $1", Connection) { Parameters = { new() { Value = _id } } };
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                owned.Add(reader.GetInt64(0), reader.GetInt64(1));
            }
        }

        transaction.Commit();
        return owned;
    }

    /// <summary>Where the replicas are, and whether their leases are valid. One that has ended in order is missing.</summary>
    public IReadOnlyDictionary<string, bool> Addresses()
    {
        using var command = new NpgsqlCommand("SELECT address, bool_or(valid_until > clock_timestamp()) FROM replicas GROUP BY address", Connection);
        using var reader = command.ExecuteReader();
        var addresses = new Dictionary<string, bool>(StringComparer.Ordinal);
        while (reader.Read())
        {
            addresses.Add(reader.GetString(0), reader.GetBoolean(1));
        }

        return addresses;
    }

    public void End() => Execute(
        ("UPDATE replicas SET valid_until = '-infinity' WHERE id = $1", [_id]),
        ("DELETE FROM replicas WHERE id = $1 AND NOT EXISTS (SELECT FROM workspaces WHERE owner = $1)", [_id]));

    /// <summary>The next use connects again.</summary>
    public void Disconnect()
    {
        _connection?.Dispose();
        _connection = null;
    }

    public void Dispose() => Disconnect();

    /// <summary>Returns how many rows the last statement has changed.</summary>
    private ulong Execute(params ReadOnlySpan<(string Sql, object[] Parameters)> statements)
    {
        using var batch = new NpgsqlBatch(Connection);
        foreach (var (sql, parameters) in statements)
        {
            batch.BatchCommands.Add(CommitStatements.Statement(sql, parameters));
        }

        batch.ExecuteNonQuery();
        return batch.BatchCommands[^1].Rows;
    }
}
