using LiteDB;
using LiteDB.Engine;

namespace MockMessaging.Storage;

/// <summary>
/// The LiteDB file: a collection per kind of record, a document per record. What a commit changed is on disk when it returns. All calls come
/// from one thread, since LiteDB binds transactions to it. It uses LiteDB's engine directly, because setting up the object mapper takes a
/// fortieth of the start.
/// </summary>
internal sealed partial class LiteFile : IDisposable
{
    // LiteDB keeps the pages of its log in memory.
    private const long LongLog = 1_000 * PageStream.PageSize;
    private const long LogAhead = LongLog + (500 * PageStream.PageSize);
    private const int RemovedAtOnce = 500;
    private const string Id = "_id";

    /// <summary>A collection with one document, about the file itself: its random id, and if it is open.</summary>
    private const string About = "server";

    private readonly string _path;
    private readonly IReadOnlyList<string> _collections;
    private readonly DiskState _disk;
    private readonly PageStream _data;
    private readonly LogStream _log;
    private readonly LiteEngine _engine;
    private readonly Queue<int> _removing = [];
    private BsonDocument _about;

    /// <param name="path">The file; created with its folder if there is none.</param>
    /// <param name="collections">The collections, in the order in which they are read. The first ones are those of generation 0.</param>
    /// <param name="fillsLogAhead">True if callers wait for each commit.</param>
    /// <param name="disk">Lets a test fill the disk.</param>
    /// <exception cref="StoreUnusableException">The file cannot be used; it is left as it is.</exception>
    public LiteFile(string path, IReadOnlyList<string> collections, bool fillsLogAhead, DiskState? disk = null)
    {
        (_path, _collections, _disk) = (path, collections, disk ?? new DiskState());
        try
        {
            path = DataFile.RealOf(Path.GetFullPath(path));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            _data = new PageStream(path, FileShare.None, _disk);
            EnsureOurs();
            WasKilled = File.Exists(DataFile.LogOf(path));
            _log = new LogStream(DataFile.LogOf(path), fillsLogAhead ? LogAhead : 0, _disk);
            _about = _log.Length == 0 ? [] : AboutWithoutLog();
            _disk.AllowsChanges = _data.Length == 0 && _log.Length == 0;
            _engine = new LiteEngine(new EngineSettings { DataStream = _data, LogStream = _log });
            Open();
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

    /// <summary>Returns when the changes, one per record, survive the loss of power. Once it has failed, nothing more is written.</summary>
    public void Commit(IReadOnlyCollection<StoredRecord> changes, IEnumerable<int> removed) => Change(() =>
    {
        if (changes.Count > 0)
        {
            Transact(() =>
            {
                foreach (var collection in changes.GroupBy(change => change.Collection))
                {
                    Write(collection.Key, [.. collection]);
                }
            });
        }

        foreach (var generation in removed)
        {
            _removing.Enqueue(generation);
        }
    });

    /// <summary>Work that no commit waits for: removes a slice of what is to go, and moves a long log into the data file.</summary>
    public void Tidy()
    {
        // A file in which nothing was changed stays as it is.
        if (_disk.AllowsChanges && (IsRemoving || _log.Length > LongLog))
        {
            Change(() =>
            {
                if (IsRemoving)
                {
                    RemoveSome(_removing.Peek());
                }

                if (_log.Length > LongLog)
                {
                    Checkpoint();
                    NameLog();
                }
            });
        }
    }

    /// <summary>Moves the log into the data file. A file that was not changed, or cannot be written, is left as it is.</summary>
    public void Dispose()
    {
        try
        {
            if (_disk is { AllowsChanges: true, Failure: null })
            {
                Mark(isOpen: false);
                _engine.Dispose();
            }
        }
        finally
        {
            // A log whose pages could not be moved looks empty, because its end was only pretended.
            var isNeeded = _disk.Failure is not null || _log.Length > 0;
            Close();
            if (!isNeeded)
            {
                File.Delete(_log.Name);
            }
        }
    }

    private void Change(Action change)
    {
        try
        {
            if (!_disk.AllowsChanges)
            {
                _disk.AllowsChanges = true;
                Mark(isOpen: true);
                NameLog();
            }

            change();
        }
        catch (Exception failure)
        {
            _disk.Fail(failure);
            throw;
        }
    }

    /// <summary>Notes in the data file itself that it needs its log, or needs it no more.</summary>
    private void Mark(bool isOpen)
    {
        _about["isOpen"] = isOpen;
        NameLog();
        Checkpoint();
    }

    /// <summary>Says in the log which file it belongs to. It follows each checkpoint, so that an empty log is known to be lost.</summary>
    private void NameLog() => Transact(() => _engine.Upsert(About, [_about], BsonAutoId.Int32));

    private void Checkpoint()
    {
        _engine.Checkpoint();
        _disk.ThrowIfFailed();
    }

    private void Transact(Action change)
    {
        _engine.BeginTrans();
        change();
        if (!_engine.Commit())
        {
            throw new IOException("LiteDB refused the commit");
        }

        _log.Flush();
        _disk.ThrowIfFailed();
    }

    private void Write(string collection, List<StoredRecord> changes)
    {
        _engine.Delete(collection, changes.Where(change => change.Fields is null).Select(change => new BsonValue(change.Key.ToLong())));
        _engine.Upsert(collection, changes.Where(change => change is { Fields: not null, IsNew: false }).Select(Document), BsonAutoId.Int64);
        _engine.Insert(collection, changes.Where(change => change is { Fields: not null, IsNew: true }).Select(Document), BsonAutoId.Int64);
    }

    private static BsonDocument Document(StoredRecord change)
    {
        var document = change.Fields!;
        document[Id] = change.Key.ToLong();
        Checksum.Add(document);
        return document;
    }

    private void RemoveSome(int generation)
    {
        var (first, last) = RecordKey.Range(generation);
        var left = RemovedAtOnce;
        foreach (var collection in _collections)
        {
            var query = new Query { Select = "{_id}", Limit = left };
            query.Where.Add(BsonExpression.Create("_id BETWEEN @0 AND @1", first, last));
            List<BsonValue> ids = [.. Read(_engine, collection, query).Select(document => document[Id])];
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

    private void Close()
    {
        _data?.Dispose();
        _log?.Dispose();
    }
}
