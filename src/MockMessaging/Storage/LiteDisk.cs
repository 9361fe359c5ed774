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

    private const int Format = 4;
    private const string Version = "USER_VERSION";
    private const long LongLog = 1_000 * PagedFile.PageSize;

    private static readonly string[] Collections = [Documents, Blocks];
    private static readonly byte[] Magic = "** This is a LiteDB file **"u8.ToArray();

    private readonly string _path;
    private readonly FileStream _claim;
    private readonly PagedFile _data;
    private readonly LogFile _log;
    private bool _isChanged;
    private bool _isSound = true;

    public LiteDisk(string path)
    {
        _path = path;
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            _claim = Claim(path);
            EnsureOurs(path);
            _data = new PagedFile(path);
            _log = new LogFile(LogOf(path));
            EnsureTogether();
            IsNew = _data.Length == 0;
            Engine = new LiteEngine(new EngineSettings { DataStream = _data, LogStream = _log });
            if (IsNew)
            {
                Begin();
            }
            else
            {
                EnsureFormat();
            }
        }
        catch (Exception failure)
        {
            Close();
            throw Unusable(failure);
        }
    }

    public LiteEngine Engine { get; }

    /// <summary>Whether this run made the file.</summary>
    public bool IsNew { get; }

    /// <summary>All documents of a collection, or what LiteDB tells of itself under a name with a dollar.</summary>
    public IEnumerable<BsonDocument> All(string collection)
    {
        using var reader = Engine.Query(collection, new Query());
        while (reader.Read())
        {
            yield return reader.Current.AsDocument;
        }
    }

    /// <summary>Reads without changing anything.</summary>
    /// <exception cref="StoreUnusableException">The file is damaged; it is left as it is.</exception>
    public T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure)
        {
            Close();
            throw Unusable(failure);
        }
    }

    /// <summary>Ends when the change survives the loss of power. Once it has failed, nothing more may be changed.</summary>
    public void Commit(Action change)
    {
        _isSound = false;
        Transact(change);

        // The length LiteDB gives its log as soon as it has handed the pages over.
        _log.Secure(All("$database").First()["logFileSize"].AsInt32);
        _isSound = true;
    }

    /// <summary>Moves commits from a log that has become long into the data file. Nothing depends on when.</summary>
    public void Tidy()
    {
        if (_log.Length > LongLog)
        {
            _isSound = false;
            Engine.Checkpoint();
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
        }

        var isEmpty = _log.Length == 0;
        Close();
        if (isEmpty)
        {
            File.Delete(_log.Path);
        }
    }

    /// <summary>The name LiteDB gives the log of a file.</summary>
    private static string LogOf(string path) =>
        Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileNameWithoutExtension(path) + "-log" + Path.GetExtension(path));

    private StoreUnusableException Unusable(Exception failure) => new(
        $"The data file '{_path}' (Storage:Path) cannot be used: {Reason(failure)}. " +
        $"Give a writable path that no other server uses, move a damaged file and its log '{LogOf(_path)}' away, or set Storage:Path to ':memory:'.", failure);

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

            // LiteDB would move its log before the log is on disk, and let those who wait for a commit wait for that too.
            Engine.Pragma("CHECKPOINT", 0);
        }
    }

    private void Transact(Action change)
    {
        AllowChanges();
        Engine.BeginTrans();
        change();
        if (!Engine.Commit())
        {
            throw new IOException("LiteDB refused the commit");
        }
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

    /// <summary>LiteDB would begin a new file and put on top of it what the log of another one holds.</summary>
    private void EnsureTogether()
    {
        if (_data.Length == 0 && _log.Length > 0)
        {
            throw new IOException($"it is empty, and the log '{_log.Path}' belongs to another one");
        }

        _data.AllowsChanges = _data.Length == 0;
    }

    /// <summary>
    /// The version is written last, so that a file that bears it has all its collections, unless it is damaged. Nothing is asked of LiteDB
    /// here, since its first query takes a fifth of the start.
    /// </summary>
    private void Begin()
    {
        _isSound = false;
        Transact(() =>
        {
            foreach (var collection in Collections)
            {
                var passing = new BsonDocument();
                Engine.Insert(collection, [passing], BsonAutoId.Int64);
                Engine.Delete(collection, [passing["_id"]]);
            }
        });
        Engine.Pragma(Version, Format);
        try
        {
            Engine.Checkpoint();
        }
        catch (Exception failure)
        {
            throw new IOException($"it cannot be written to, is the disk full? {failure.Message}", failure);
        }

        _log.Secure(_log.Length);
        _isSound = true;
    }

    private void EnsureFormat()
    {
        var found = Engine.GetCollectionNames().ToHashSet(StringComparer.Ordinal);
        var version = Engine.Pragma(Version).AsInt32;
        if (found.Count > 0 && (version is not (0 or Format) || !found.IsSubsetOf(Collections)))
        {
            throw new IOException($"it is another program's, damaged, or of format {version} where this version reads and writes format {Format}");
        }

        if (version != Format)
        {
            Begin();
        }
        else if (found.Count < Collections.Length)
        {
            throw new IOException("it is damaged, a collection is gone");
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

        if (file.Length < PagedFile.PageSize)
        {
            throw new IOException("it is cut off within its first page");
        }
    }
}
