using System.Text;
using MockMessaging.State;
using Npgsql;

namespace MockMessaging.Cluster.Postgres;

/// <summary>What a try to own a workspace has led to: its store, or another replica that owns it. Exactly one is not null.</summary>
internal sealed record TakenOver(PostgresWorkspaceStore? Store, OtherOwner? Owner);

/// <summary>Another replica with a valid lease.</summary>
/// <param name="Address">Host and port of its inner endpoint.</param>
/// <param name="LeaseLeft">Until its lease ends if it is not renewed.</param>
internal sealed record OtherOwner(Guid Replica, string Address, TimeSpan LeaseLeft);

/// <summary>Makes a replica the owner of a workspace, in one transaction.</summary>
internal static class TakeOver
{
    /// <summary>Null if the row was deleted in the middle: try again.</summary>
    public static async Task<(WorkspaceRow? Row, OtherOwner? Owner)?> TryAsync(NpgsqlDataSource source, string key, Guid replica, CancellationToken cancelled)
    {
        await using var connection = await source.OpenConnectionAsync(cancelled).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancelled).ConfigureAwait(false);
        if (await FindAsync(connection, key, cancelled).ConfigureAwait(false) is not { } found)
        {
            return null;
        }

        var wasReleased = found.Owner is null;
        if (found.Owner is { } owner && owner != replica && await OwnerAsync(connection, owner, cancelled).ConfigureAwait(false) is { } other)
        {
            return (null, other);
        }

        await using var take = new NpgsqlCommand(
            """
            UPDATE workspaces SET epoch = epoch + 1, owner = $2, wake_at = CASE WHEN is_kept THEN '-infinity'::timestamptz END, was_killed = was_killed OR NOT $3
            WHERE number = $1 RETURNING epoch, is_kept, was_killed
            """, connection)
        {
            Parameters = { new() { Value = found.Number }, new() { Value = replica }, new() { Value = wasReleased } },
        };
        WorkspaceRow row;
        await using (var reader = await take.ExecuteReaderAsync(cancelled).ConfigureAwait(false))
        {
            await reader.ReadAsync(cancelled).ConfigureAwait(false);
            row = new WorkspaceRow(key, found.Number, reader.GetInt64(0), reader.GetBoolean(1), reader.GetBoolean(2));
        }

        await transaction.CommitAsync(cancelled).ConfigureAwait(false);
        return (row, null);
    }

    /// <summary>UTF-8, because text refuses NUL.</summary>
    public static byte[] Bytes(string key) => Encoding.UTF8.GetBytes(key);

    public static string Text(byte[] key) => Encoding.UTF8.GetString(key);

    /// <summary>Creates the row if the key is new, and locks it.</summary>
    private static async Task<(long Number, Guid? Owner)?> FindAsync(NpgsqlConnection connection, string key, CancellationToken cancelled)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(CommitStatements.Statement("INSERT INTO workspaces (key, epoch, media_id) VALUES ($1, 0, $2) ON CONFLICT (key) DO NOTHING", Bytes(key), MediaPath.WorkspaceIdOf(key)));
        batch.BatchCommands.Add(CommitStatements.Statement("SELECT number, owner FROM workspaces WHERE key = $1 FOR UPDATE", Bytes(key)));
        await using var reader = await batch.ExecuteReaderAsync(cancelled).ConfigureAwait(false);
        return await reader.ReadAsync(cancelled).ConfigureAwait(false)
            ? (reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetGuid(1))
            : null;
    }

    /// <summary>
    /// The owner if its lease is valid. Its row stays locked until the end of the transaction, so that its lease cannot be taken anew before it can see that
    /// the workspace is lost.
    /// </summary>
    private static async Task<OtherOwner?> OwnerAsync(NpgsqlConnection connection, Guid owner, CancellationToken cancelled)
    {
        await using var command = new NpgsqlCommand(
            "SELECT address, valid_until > clock_timestamp(), CASE WHEN valid_until > clock_timestamp() THEN valid_until - clock_timestamp() END FROM replicas WHERE id = $1 FOR SHARE", connection)
        {
            Parameters = { new() { Value = owner } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancelled).ConfigureAwait(false);
        return await reader.ReadAsync(cancelled).ConfigureAwait(false) && reader.GetBoolean(1)
            ? new OtherOwner(owner, reader.GetString(0), reader.IsDBNull(2) ? TimeSpan.Zero : reader.GetTimeSpan(2))
            : null;
    }
}
