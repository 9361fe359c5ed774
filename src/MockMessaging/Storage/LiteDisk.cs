using LiteDB;
using LiteDB.Engine;

namespace MockMessaging.Storage;

/// <summary>
/// A LiteDB file whose commits are on disk when they end, and which leaves a file alone that it cannot read. All calls come from one thread,
/// since LiteDB binds transactions to it. It is used by its engine: documents are written as they are, and to set up the mapping of objects
/// takes a fortieth of the start.
/// </summary>
internal sealed class LiteDisk : IDisposable
{
    public const string Documents = "documents";
    public const string Blocks = "blocks";

    private const int Format = 5;
    private const string Version = "USER_VERSION";

    // LiteDB keeps the pages of its log in memory.
    private const long LongLog = 500 * PagedFile.PageSize;

    private static readonly string[] Collections = [Documents, Blocks];

    private readonly string _path;
    private readonly FileStream _claim;
    private readonly PagedFile _data;
    private readonly LogFile _log;
    private bool _isChanged;
    private long _changes;
    private bool _isSound = true;

    public LiteDisk(string path)
    {
        _path = path;
        try
        {
            path = DataFile.RealOf(path);
            _claim = DataFile.Claim(path);
            DataFile.EnsureOurs(path);
            _data = new PagedFile(path);
            var log = new FileInfo(DataFile.LogOf(path));
            LostLog = _data.IsMarked && log is not { Exists: true, Length: > 0 } ? log.FullName : null;
            WasCutOff = log.Exists || LostLog is not null;
            _log = new LogFile(DataFile.LogOf(path));
            EnsureTogether();
            var isNew = _data.Length == 0;
            Engine = new LiteEngine(new EngineSettings { DataStream = _data, LogStream = _log });
            IsBare = isNew || !HasFormat();
        }
        catch (Exception failure)
        {
            Close();
            throw Unusable(failure);
        }
    }

    private LiteEngine Engine { get; }

    /// <summary>Whether the last run was killed: one that ends leaves no log.</summary>
    public bool WasCutOff { get; }

    /// <summary>The log that the last run needed and that is not there, or empty; null if all is there.</summary>
    public string? LostLog { get; }

    /// <summary>Whether there is nothing in the file yet, so that it has to begin before it can be used.</summary>
    public bool IsBare { get; }

    /// <summary>All documents of a collection, or what LiteDB tells of itself under a name with a dollar.</summary>
    public IEnumerable<BsonDocument> All(string collection)
    {
        using var reader = Engine.Query(collection, new Query());
        while (reader.Read())
        {
            yield return reader.Current.AsDocument;
        }
    }

    /// <summary>
    /// Makes a bare file one of this version. The version is written last, so that a file that bears it has all its collections, unless it is
    /// damaged. Nothing is asked of LiteDB here, since its first query takes a fifth of the start.
    /// </summary>
    /// <exception cref="StoreUnusableException">It cannot be written.</exception>
    public void Begin() => Try(() =>
    {
        try
        {
            Commit(() =>
            {
                foreach (var collection in Collections)
                {
                    var passing = new BsonDocument();
                    Insert(collection, passing);
                    Delete(collection, passing["_id"]);
                }
            });
            _isSound = false;
            Engine.Pragma(Version, Format);
            Engine.Checkpoint();
            _log.Secure(_log.Transactions);
            _data.Mark(needsLog: true);
        }
        catch (Exception failure)
        {
            throw new IOException($"it cannot be written to, is the disk full? {failure.Message}", failure);
        }

        return _isSound = true;
    });

    /// <summary>Reads without changing anything.</summary>
    /// <exception cref="StoreUnusableException">The file is damaged; it is left as it is.</exception>
    public T Read<T>(Func<T> read) => Try(read);

    /// <summary>Ends when the change survives the loss of power. Once it has failed, nothing more may be changed.</summary>
    public void Commit(Action change)
    {
        _isSound = false;
        AllowChanges();
        var (before, changesBefore) = (_log.Transactions, _changes);
        Transact(change);

        // LiteDB writes nothing for a transaction that changes nothing. It would tell the length of its log, but looks through its whole cache for that.
        _log.Secure(_changes > changesBefore ? before + 1 : before);
        _isSound = true;
    }

    public void Insert(string collection, BsonDocument document) => _changes += Engine.Insert(collection, [document], BsonAutoId.Int64);

    public void Upsert(string collection, BsonDocument document)
    {
        // It counts only what it inserts.
        Engine.Upsert(collection, [document], BsonAutoId.Int64);
        _changes++;
    }

    public void Delete(string collection, params IEnumerable<BsonValue> ids) => _changes += Engine.Delete(collection, ids);

    /// <summary>Moves commits from a log that has become long into the data file. Nothing depends on when.</summary>
    public void Tidy()
    {
        if (_log.Length > LongLog)
        {
            _isSound = false;
            Engine.Checkpoint();
            _data.Mark(needsLog: true);
            _isSound = true;
        }
    }

    /// <summary>
    /// LiteDB's own end moves the log into the data file. A file that was not changed, or cannot be written, is let go as it is: what was
    /// committed stands in the log.
    /// </summary>
    public void Dispose()
    {
        if (_isChanged && _isSound)
        {
            Engine.Checkpoint();
            Engine.Dispose();
            _data.Mark(needsLog: false);
        }

        var isEmpty = _log.Length == 0;
        Close();
        if (isEmpty)
        {
            File.Delete(_log.Path);
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

    private void AllowChanges()
    {
        if (!_isChanged)
        {
            _isChanged = _data.AllowsChanges = _log.AllowsChanges = true;
            _data.Mark(needsLog: true);

            // LiteDB would move its log before the log is on disk, and let those who wait for a commit wait for that too.
            var before = _log.Transactions;
            if (Engine.Pragma("CHECKPOINT", 0))
            {
                _log.Secure(before + 1);
            }
        }
    }

    private void Transact(Action change)
    {
        Engine.BeginTrans();
        change();
        if (!Engine.Commit())
        {
            throw new IOException("LiteDB refused the commit");
        }
    }

    /// <summary>LiteDB would begin a new file and put on top of it what the log of another one holds.</summary>
    private void EnsureTogether()
    {
        if (_data.Length == 0 && _log.Length > 0)
        {
            throw new IOException($"it is empty, and the log '{_log.Path}' belongs to another one");
        }

        if (_data.CreatedAt() is { } created && _log.CreatedAt() is { } other && other != created)
        {
            throw new IOException($"the log '{_log.Path}' belongs to another data file; put its own log back, without which what was committed last before the end of that run is lost");
        }

        _data.AllowsChanges = _data.Length == 0;
    }

    private T Try<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (Exception failure)
        {
            Close();
            throw Unusable(failure);
        }
    }

    /// <summary>Whether the file is one of this version; false where it was never begun.</summary>
    private bool HasFormat()
    {
        var found = Engine.GetCollectionNames().ToHashSet(StringComparer.Ordinal);
        var version = Engine.Pragma(Version).AsInt32;
        if (found.Count > 0 && (version is not (0 or Format) || !found.IsSubsetOf(Collections)))
        {
            throw new IOException($"it is another program's, damaged, or of format {version} where this version reads and writes format {Format}");
        }

        return version == Format && found.Count < Collections.Length ? throw new IOException("it is damaged, a collection is gone") : version == Format;
    }
}
