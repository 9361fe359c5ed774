using LiteDB;
using MockMessaging.State;
using MockMessaging.Storage;
using Npgsql;

namespace MockMessaging.Cluster.Postgres;

/// <summary>Reads the records of a workspace in the order of the store's contract.</summary>
internal sealed class RecordReader(NpgsqlDataSource source, IReadOnlyList<string> collections)
{
    /// <summary>The result is not kept in memory: it is read while it arrives.</summary>
    public IEnumerable<StoredRecord> Read(long workspace)
    {
        using var connection = source.OpenConnection();
        var parts = Parts(connection, workspace);
        using var batch = new NpgsqlBatch(connection);
        foreach (var (generation, collection) in parts)
        {
            batch.BatchCommands.Add(CommitStatements.Statement(
                "SELECT id, fields FROM records WHERE workspace = $1 AND generation = $2 AND collection = $3 ORDER BY id", workspace, generation, collection));
        }

        if (parts.Count == 0)
        {
            yield break;
        }

        using var reader = batch.ExecuteReader();
        foreach (var (generation, collection) in parts)
        {
            while (reader.Read())
            {
                yield return Record(collection, new RecordKey(generation, reader.GetInt64(0)), reader.GetFieldValue<byte[]>(1));
            }

            reader.NextResult();
        }
    }

    /// <exception cref="NewerRecordException">There is a collection that this version does not know.</exception>
    private List<(int Generation, string Collection)> Parts(NpgsqlConnection connection, long workspace)
    {
        using var command = new NpgsqlCommand("SELECT DISTINCT generation, collection FROM records WHERE workspace = $1", connection) { Parameters = { new() { Value = workspace } } };
        using var reader = command.ExecuteReader();
        var parts = new List<(int Generation, int Collection)>();
        while (reader.Read())
        {
            parts.Add((reader.GetInt32(0), IndexOf(reader.GetString(1))));
        }

        return [.. parts.Order().Select(part => (part.Generation, collections[part.Collection]))];
    }

    private int IndexOf(string collection)
    {
        for (var index = 0; index < collections.Count; index++)
        {
            if (collections[index] == collection)
            {
                return index;
            }
        }

        throw new NewerRecordException("collection", $"a newer version of this server wrote '{collection}', which this one does not know.");
    }

    private static StoredRecord Record(string collection, RecordKey key, byte[] fields)
    {
        try
        {
            return new StoredRecord(collection, key, BsonSerializer.Deserialize(fields));
        }
        catch (Exception)
        {
            return new StoredRecord(collection, key, [], IsDamaged: true);
        }
    }
}
