using LiteDB;
using LiteDB.Engine;

namespace MockMessaging.Storage;

/// <content>Checks that a file is one of this version, whole, and with its own log; and reads it.</content>
internal sealed partial class LiteFile
{
    /// <summary>Number of the layout: which collections there are, and how keys are made. Each kind of record has a version of its own.</summary>
    private const int Format = 6;

    private static readonly byte[] Magic = "** This is a LiteDB file **"u8.ToArray();

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

    private void Open()
    {
        var expected = _about["file"];
        if (_disk.AllowsChanges || !HasFormat())
        {
            Begin();
            return;
        }

        _about = ReadAbout(_engine);
        if (!expected.IsNull && _about["file"] != expected)
        {
            throw new IOException($"the log '{_log.Name}' belongs to another data file; put its own log back, without which what was committed last before the end of that run is lost");
        }

        if (_log.Length == 0 && _about["isOpen"].AsBoolean)
        {
            (LostLog, WasKilled) = (_log.Name, true);
        }
    }

    /// <summary>Makes a new file one of this format. The format comes last, so that a file that has it has all its collections, unless it is damaged.</summary>
    private void Begin()
    {
        try
        {
            _disk.AllowsChanges = true;

            // LiteDB would move its log within Commit, before the log is on disk.
            _engine.Pragma("CHECKPOINT", 0);
            _engine.BeginTrans();
            foreach (var collection in _collections)
            {
                _engine.Insert(collection, [], BsonAutoId.Int64);
            }

            _engine.Commit();
            _disk.ThrowIfFailed();
#pragma warning disable RS0030 // The id belongs to no workspace, so it need not repeat. RandomNumberGenerator would load OpenSSL.
            _about = new BsonDocument { [Id] = 1, ["file"] = Guid.NewGuid().ToString("N") };
#pragma warning restore RS0030
            Mark(isOpen: true);
            _engine.Pragma("USER_VERSION", Format);
            _log.Flush();
            _disk.ThrowIfFailed();
            Checkpoint();
            NameLog();
        }
        catch (Exception failure)
        {
            throw new IOException($"it cannot be written to, is the disk full? {failure.Message}", failure);
        }
    }

    /// <summary>LiteDB takes a short file of another kind for an empty one, and would overwrite it.</summary>
    private void EnsureOurs()
    {
        var start = new byte[128];
        var read = RandomAccess.Read(_data.SafeFileHandle, start, 0);
        if (read > 0 && start.AsSpan(0, read).IndexOf(Magic) < 0)
        {
            throw new IOException("it is not a LiteDB file");
        }

        if (read > 0 && _data.Length == 0)
        {
            throw new IOException("it is cut off within its first page");
        }
    }

    /// <summary>The document about the file as the data file alone has it: LiteDB would put the log of any file on top of it.</summary>
    private BsonDocument AboutWithoutLog()
    {
        if (_data.Length == 0)
        {
            throw new IOException($"it is empty, and the log '{_log.Name}' belongs to another one");
        }

        using var noLog = new MemoryStream();
        using var engine = new LiteEngine(new EngineSettings { DataStream = _data, LogStream = noLog });
        return EnsureVersion(engine) == Format ? ReadAbout(engine) : [];
    }

    /// <summary>False if the file was never begun to its end: the disk was full, or the server killed.</summary>
    private bool HasFormat()
    {
        var found = _engine.GetCollectionNames().ToHashSet(StringComparer.Ordinal);
        string[] ours = [.. _collections, About];
        return EnsureVersion(_engine) switch
        {
            Format when found.SetEquals(ours) => true,
            0 when found.IsSubsetOf(ours) => false,
            _ => throw new IOException("it is another program's, or damaged: its collections are not those of this version"),
        };
    }

    private static int EnsureVersion(LiteEngine engine) => engine.Pragma("USER_VERSION").AsInt32 switch
    {
        Format or 0 => engine.Pragma("USER_VERSION").AsInt32,
        > 0 and < Format and var version => throw new IOException(
            $"it is of format {version}, which an earlier version wrote, and this one reads format {Format}; export its workspaces with that version (GET /_sandbox/export) and import them here, or move it away to start anew"),
        var version => throw new IOException($"it is another program's, or of format {version} where this version reads format {Format}"),
    };

    private static BsonDocument ReadAbout(LiteEngine engine) =>
        Read(engine, About, new Query()).SingleOrDefault() ?? throw new IOException("it is damaged, the document about the file itself is gone");

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
}
