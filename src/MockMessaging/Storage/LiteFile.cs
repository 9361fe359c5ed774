using LiteDB;

namespace MockMessaging.Storage;

/// <summary>The LiteDB file: one collection of documents under ascending ids. All calls come from one thread, since LiteDB binds transactions to it.</summary>
internal sealed class LiteFile : IDisposable
{
    private static readonly byte[] Magic = "** This is a LiteDB file **"u8.ToArray();

    private readonly FileStream _claim;
    private readonly LiteDatabase _database;
    private readonly ILiteCollection<BsonDocument> _documents;

    public LiteFile(string path)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            _claim = Claim(path);
            EnsureOurs(path);
            _database = new LiteDatabase(new ConnectionString { Filename = path, Connection = ConnectionType.Direct });
            _database.CheckpointSize = 1_000;
            _documents = _database.GetCollection("documents", BsonAutoId.Int64);
            _documents.FindById(0L);
        }
        catch (Exception failure) when (failure is LiteException or IOException or UnauthorizedAccessException or InvalidCastException)
        {
            _database?.Dispose();
            _claim?.Dispose();
            throw new StoreUnusableException(
                $"The data file '{path}' (Storage:Path) cannot be opened: {failure.Message.TrimEnd('.')}. " +
                "Give a writable path that no other server uses, move a damaged file away, or set Storage:Path to ':memory:'.", failure);
        }
    }

    public IReadOnlyList<StoredDocument> ReadAll() =>
        [.. _documents.Query().OrderBy("_id").ToEnumerable().Select(document => new StoredDocument(
            document["_id"].AsInt64, document["w"].AsInt32, (DocumentKind)document["k"].AsInt32, document["d"].AsBinary))];

    public void Commit(IEnumerable<StoredDocument> changes)
    {
        _database.BeginTrans();
        try
        {
            foreach (var change in changes)
            {
                if (change.Data is null)
                {
                    _documents.Delete(change.Id);
                }
                else
                {
                    _documents.Upsert(new BsonDocument
                    {
                        ["_id"] = change.Id,
                        ["w"] = change.World,
                        ["k"] = (int)change.Kind,
                        ["d"] = change.Data,
                    });
                }
            }

            if (!_database.Commit())
            {
                throw new IOException("The data file refused the commit.");
            }
        }
        catch
        {
            _database.Rollback();
            throw;
        }
    }

    public void Dispose()
    {
        _database.Dispose();
        _claim.Dispose();
    }

    /// <summary>LiteDB does not keep a second process out on every system, and two writers would ruin the file.</summary>
    private static FileStream Claim(string path)
    {
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new IOException(File.Exists(path + ".lock") ? "another server is using it" : "its folder cannot be written to", failure);
        }
    }

    /// <summary>LiteDB takes a short file that is none of its own for an empty one, and would overwrite it.</summary>
    private static void EnsureOurs(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            return;
        }

        using var file = File.OpenRead(path);
        var start = new byte[128];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (start.AsSpan(0, read).IndexOf(Magic) < 0)
        {
            throw new IOException("it is not a LiteDB file");
        }
    }
}
