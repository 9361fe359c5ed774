using LiteDB;
using LiteDB.Engine;

namespace MockMessaging.Storage;

/// <summary>
/// The LiteDB file: a collection per kind of record, a document per record. What a commit changed is on disk when it returns. All calls come
/// from one thread, since LiteDB binds transactions to it. It is used by its engine: documents are written as they are, and to set up the
/// mapping of objects takes a fortieth of the start.
/// </summary>
internal sealed partial class LiteFile : IDisposable
{
    /// <summary>Number of the layout: which collections there are, and how keys are made. The versions of single kinds are their own.</summary>
    private const int Format = 6;

    // LiteDB keeps the pages of its log in memory.
    private const long LongLog = 1_000 * PageStream.PageSize;
    private const long LogAhead = LongLog + (500 * PageStream.PageSize);
    private const int RemovedAtOnce = 500;
    private const string Id = "_id";

    /// <summary>A collection with one document, about the file itself.</summary>
    private const string About = "server";

    private readonly string _path;
    private readonly string[] _collections;
    private readonly FileStream _claim;
    private readonly DiskState _disk = new();
    private readonly PageStream _data;
    private readonly LogStream _log;
    private readonly LiteEngine _engine;
    private readonly Dictionary<string, CollectionChanges> _changes;
    private readonly Queue<int> _removing = [];
    private BsonDocument _about;
    private bool _isSound = true;

    /// <summary>True until the log says which file it belongs to.</summary>
    private bool _isLogNameless = true;

    /// <param name="path">The file; created with its folder if there is none.</param>
    /// <param name="collections">The collections, in the order in which they are read. The first ones are those of generation 0.</param>
    /// <param name="fillsLogAhead">True if callers wait for each commit.</param>
    /// <exception cref="StoreUnusableException">The file cannot be used; it is left as it is.</exception>
    public LiteFile(string path, IReadOnlyList<string> collections, bool fillsLogAhead)
    {
        (_path, _collections) = (path, [.. collections]);
        _changes = collections.ToDictionary(name => name, _ => new CollectionChanges(), StringComparer.Ordinal);
        try
        {
            path = DataFile.RealOf(path);
            _claim = DataFile.Claim(path);
            DataFile.EnsureOurs(path);
            _data = new PageStream(path, FileShare.None, _disk);
            var log = new FileInfo(DataFile.LogOf(path));
            WasKilled = log.Exists;
            _log = new LogStream(log.FullName, fillsLogAhead ? LogAhead : 0, _disk);
            _about = _log.Length == 0 ? [] : AboutWithoutLog();
            _disk.AllowsChanges = _data.Length == 0 && _log.Length == 0;
            _engine = new LiteEngine(new EngineSettings { DataStream = _data, LogStream = _log });
            Open(log);
        }
        catch (Exception failure)
        {
            Close();
            throw Unusable(failure);
        }
    }

    /// <summary>True if the last run was killed: one that ends in order leaves no log.</summary>
    public bool WasKilled { get; private set; }

    /// <summary>The log that the last run needed and that is missing or empty; null if all is there.</summary>
    public string? LostLog { get; private set; }

    /// <summary>True if records of removed generations are left on disk.</summary>
    public bool IsRemoving => _removing.Count > 0;

    /// <summary>All records: generation by generation, in each collection by collection.</summary>
    /// <exception cref="StoreUnusableException">The file is damaged; it is left as it is.</exception>
    public IEnumerable<StoredRecord> ReadAll()
    {
        var readers = new List<CollectionReader>();
        try
        {
            foreach (var collection in _collections)
            {
                readers.Add(Try(() => new CollectionReader(_engine, collection)));
            }

            while (readers.Min(reader => reader.Generation) is { } generation)
            {
                foreach (var reader in readers)
                {
                    while (reader.Generation == generation)
                    {
                        yield return Try(reader.Take);
                    }
                }
            }
        }
        finally
        {
            readers.ForEach(reader => reader.Dispose());
        }
    }

    /// <summary>Returns when the changes survive the loss of power. Once it has failed, nothing more may be committed.</summary>
    /// <param name="changes">The changes, one a record.</param>
    /// <param name="removed">Generations that nothing leads to once the changes are committed.</param>
    public void Commit(IEnumerable<StoredRecord> changes, IEnumerable<int> removed)
    {
        _isSound = false;
        AllowChanges();
        var any = false;
        foreach (var change in changes)
        {
            _changes[change.Collection].Add(change);
            any = true;
        }

        if (any)
        {
            Transact(() =>
            {
                foreach (var (collection, pending) in _changes)
                {
                    pending.Write(_engine, collection);
                }
            });
        }

        foreach (var generation in removed)
        {
            _removing.Enqueue(generation);
        }

        _isSound = true;
    }

    /// <summary>Work that no commit waits for: removes a slice of what is to go, and moves a long log into the data file.</summary>
    public void Tidy()
    {
        _isSound = false;
        if (IsRemoving)
        {
            RemoveSome(_removing.Peek());
        }

        if (_log.Length > LongLog)
        {
            Checkpoint();
            NameLog();
        }

        _isSound = true;
    }

    /// <summary>Moves the log into the data file. A file that was not changed, or cannot be written, is left as it is.</summary>
    public void Dispose()
    {
        if (_disk.AllowsChanges && _isSound)
        {
            try
            {
                Mark(isOpen: false);
                _engine.Dispose();
            }
            finally
            {
                Close();
            }

            File.Delete(_log.Name);
            return;
        }

        var isEmpty = _log.Length == 0;
        Close();
        if (isEmpty)
        {
            File.Delete(_log.Name);
        }
    }

    private void AllowChanges()
    {
        if (!_disk.AllowsChanges)
        {
            _disk.AllowsChanges = true;
            Mark(isOpen: true);
            NameLog();
        }
    }

    /// <summary>Notes in the data file itself whether it needs its log.</summary>
    private void Mark(bool isOpen)
    {
        _about["isOpen"] = isOpen;
        _isLogNameless = true;
        NameLog();
        Checkpoint();
    }

    /// <summary>While the file is open its log is never empty, so that an empty one is known to be lost.</summary>
    private void NameLog() => Transact(static () => { });

    private void Checkpoint()
    {
        _engine.Checkpoint();
        _disk.ThrowIfFailed();
        _isLogNameless = true;
    }

    private void Transact(Action change)
    {
        _engine.BeginTrans();
        if (_isLogNameless)
        {
            _engine.Upsert(About, [_about], BsonAutoId.Int32);
            _isLogNameless = false;
        }

        change();
        if (!_engine.Commit())
        {
            throw new IOException("LiteDB refused the commit");
        }

        _log.Flush();
        _disk.ThrowIfFailed();
    }

    private void RemoveSome(int generation)
    {
        AllowChanges();
        var (first, last) = RecordKey.Range(generation);
        var left = RemovedAtOnce;
        foreach (var collection in _collections)
        {
            var query = new Query { Select = "{_id}", Limit = left };
            query.Where.Add(BsonExpression.Create("_id BETWEEN @0 AND @1", first, last));
            List<BsonValue> ids = [.. LiteFile.Read(_engine, collection, query).Select(document => document[Id])];
            if (ids.Count > 0)
            {
                Transact(() => _engine.Delete(collection, ids));
                left -= ids.Count;
            }

            if (left == 0)
            {
                return;
            }
        }

        _removing.Dequeue();
    }

    private static IEnumerable<BsonDocument> Read(LiteEngine engine, string collection, Query query)
    {
        using var reader = engine.Query(collection, query);
        while (reader.Read())
        {
            yield return reader.Current.AsDocument;
        }
    }

    private T Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure)
        {
            throw Unusable(failure);
        }
    }

    private StoreUnusableException Unusable(Exception failure) => new(
        $"The data file '{_path}' (Storage:Path) cannot be used: {Reason(failure)}. " +
        $"Give a writable path that no other server uses, move a damaged file and its log '{DataFile.LogOf(_path)}' away, or set Storage:Path to ':memory:'.", failure);

    private static string Reason(Exception failure) =>
        (failure is IOException or UnauthorizedAccessException ? "" : "it is damaged, LiteDB says ") + failure.Message.ReplaceLineEndings(" ").TrimEnd('.');

    private void Close()
    {
        _data?.Dispose();
        _log?.Dispose();
        _claim?.Dispose();
    }
}
