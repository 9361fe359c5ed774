using LiteDB;
using MockMessaging.Storage;
using Npgsql;

namespace MockMessaging.Cluster.Postgres;

/// <summary>
/// The statements of one commit. The first one locks the workspaces that are still owned by the epoch of the change; the others write only to these. All are
/// sent at once, and are one transaction.
/// </summary>
internal sealed class CommitStatements
{
    /// <summary>How many records of a generation a commit removes.</summary>
    public const int MostRemoved = 1_000;

    /// <summary>A message to PostgreSQL has at most 1 GB.</summary>
    private const int BytesInAStatement = 16 << 20;

    private const string Lock = """
        SELECT w.number FROM workspaces w JOIN unnest($1, $2) AS mine (number, epoch) ON w.number = mine.number AND w.epoch = mine.epoch
        ORDER BY w.number FOR SHARE OF w
        """;

    private const string Write = """
        INSERT INTO records (workspace, generation, collection, id, fields)
        SELECT w.number, r.generation, r.collection, r.id, r.fields
        FROM unnest($1, $2, $3, $4, $5, $6) AS r (workspace, epoch, generation, collection, id, fields)
        JOIN workspaces w ON w.number = r.workspace AND w.epoch = r.epoch
        ON CONFLICT (workspace, generation, collection, id) DO UPDATE SET fields = excluded.fields
        """;

    private const string Delete = """
        DELETE FROM records d USING unnest($1, $2, $3, $4, $5) AS r (workspace, epoch, generation, collection, id), workspaces w
        WHERE w.number = r.workspace AND w.epoch = r.epoch
          AND d.workspace = r.workspace AND d.generation = r.generation AND d.collection = r.collection AND d.id = r.id
        """;

    private const string Keep = """
        UPDATE workspaces w SET is_kept = true, wake_at = '-infinity'
        FROM unnest($1, $2) AS v (number, epoch)
        WHERE w.number = v.number AND w.epoch = v.epoch
        """;

    private const string RemoveSome = """
        DELETE FROM records WHERE ctid = ANY (ARRAY(
          SELECT r.ctid FROM records r JOIN workspaces w ON w.number = r.workspace WHERE w.number = $1 AND w.epoch = $2 AND r.generation = $3 LIMIT $4))
        """;

    private readonly List<(string Sql, object[] Parameters)> _statements = [];
    private readonly List<(int Statement, long Workspace)> _removals = [];

    public CommitStatements(IReadOnlyList<WorkspaceCommit> commits)
    {
        _statements.Add((Lock, [commits.Select(static commit => commit.Store.Number).ToArray(), commits.Select(static commit => commit.Store.Epoch).ToArray()]));
        AddChanges(commits);

        var kept = commits.Where(static commit => commit.BecomesKept).ToList();
        if (kept.Count > 0)
        {
            _statements.Add((Keep, [kept.Select(static commit => commit.Store.Number).ToArray(), kept.Select(static commit => commit.Store.Epoch).ToArray()]));
        }

        foreach (var commit in commits)
        {
            if (commit.Removal is { } generation)
            {
                _removals.Add((_statements.Count, commit.Store.Number));
                _statements.Add((RemoveSome, [commit.Store.Number, commit.Store.Epoch, generation, MostRemoved]));
            }
        }
    }

    /// <summary>Returns the workspaces that were written, each with the number of records of its removed generation that were deleted; the others are lost.</summary>
    public async Task<Dictionary<long, int>> ExecuteAsync(NpgsqlDataSource source, CancellationToken cancelled)
    {
        await using var batch = source.CreateBatch();
        foreach (var (sql, parameters) in _statements)
        {
            batch.BatchCommands.Add(Statement(sql, parameters));
        }

        var written = new Dictionary<long, int>();
        await using (var reader = await batch.ExecuteReaderAsync(cancelled).ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancelled).ConfigureAwait(false))
            {
                written.Add(reader.GetInt64(0), 0);
            }

            // An error of a later statement, or of the commit itself, comes here.
            while (await reader.NextResultAsync(cancelled).ConfigureAwait(false))
            {
            }
        }

        foreach (var (statement, workspace) in _removals)
        {
            if (written.ContainsKey(workspace))
            {
                written[workspace] = (int)batch.BatchCommands[statement].Rows;
            }
        }

        return written;
    }

    public static NpgsqlBatchCommand Statement(string sql, params ReadOnlySpan<object> parameters)
    {
        var statement = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
        {
            statement.Parameters.Add(new NpgsqlParameter { Value = parameter });
        }

        return statement;
    }

    private void AddChanges(IReadOnlyList<WorkspaceCommit> commits)
    {
        var (writes, deletes) = (new Rows(), new Rows());
        foreach (var commit in commits)
        {
            foreach (var change in commit.Batch.Changes)
            {
                if (change.Fields is not { } fields)
                {
                    deletes.Add(commit.Store, change);
                    continue;
                }

                writes.Add(commit.Store, change);
                writes.Add(BsonSerializer.Serialize(fields));
                if (writes.Bytes > BytesInAStatement)
                {
                    _statements.Add((Write, writes.Parameters));
                    writes = new Rows();
                }
            }
        }

        if (writes.Any)
        {
            _statements.Add((Write, writes.Parameters));
        }

        if (deletes.Any)
        {
            _statements.Add((Delete, deletes.Parameters));
        }
    }

    private sealed class Rows
    {
        private readonly List<long> _workspaces = [];
        private readonly List<long> _epochs = [];
        private readonly List<int> _generations = [];
        private readonly List<string> _collections = [];
        private readonly List<long> _ids = [];
        private readonly List<byte[]> _fields = [];

        public bool Any => _ids.Count > 0;

        public long Bytes { get; private set; }

        public object[] Parameters => _fields.Count == 0 ? [_workspaces, _epochs, _generations, _collections, _ids] : [_workspaces, _epochs, _generations, _collections, _ids, _fields];

        public void Add(PostgresWorkspaceStore store, StoredRecord record)
        {
            _workspaces.Add(store.Number);
            _epochs.Add(store.Epoch);
            _generations.Add(record.Key.Generation);
            _collections.Add(record.Collection);
            _ids.Add(record.Key.Id);
        }

        public void Add(byte[] fields)
        {
            _fields.Add(fields);
            Bytes += fields.Length;
        }
    }
}
