using LiteDB;

namespace MockMessaging.Storage;

/// <summary>
/// The LiteDB file. What is new and rarely changes lies in blocks of many; every other document, and any later state of one in a block,
/// lies by itself under its id. All calls come from one thread, since LiteDB binds transactions to it.
/// </summary>
internal sealed class LiteFile : IDisposable
{
    private const int DeadBytesACommit = 1_048_576;
    private const int DeadDocumentsACommit = 500;
    private const int MostFilling = 16;

    private readonly LiteDisk _disk;
    private readonly WorldContents _contents = new();
    private readonly Dictionary<int, StoredBlock> _filling = [];

    public LiteFile(string path) => _disk = new LiteDisk(path);

    /// <summary>Whether documents of retired worlds are left to be removed.</summary>
    public bool HasDead => _contents.HasDead;

    /// <summary>Every document in its last state, in ascending order of id.</summary>
    /// <exception cref="StoreUnusableException">The file is damaged; it is left as it is.</exception>
    public IReadOnlyList<StoredDocument> ReadAll() => _disk.IsNew ? [] : _disk.Read(ReadDocuments);

    /// <summary>Ends when the changes survive the loss of power. Once it has failed, nothing more may be committed.</summary>
    public void Commit(IEnumerable<StoredDocument> changes, IEnumerable<int> retired) => _disk.Commit(() =>
    {
        foreach (var change in changes)
        {
            if (change is { IsNew: true, Data: not null } && LastsAsLongAsItsWorld(change.Kind))
            {
                AddToBlock(change);
            }
            else
            {
                Write(change);
            }
        }

        foreach (var (world, block) in _filling.Where(entry => !entry.Value.IsEmpty))
        {
            Write(world, block);
        }

        ForgetSomeBlocks();
        RemoveDead(retired);
    });

    /// <summary>Work on the file that no commit depends on.</summary>
    public void Tidy() => _disk.Tidy();

    public void Dispose() => _disk.Dispose();

    /// <summary>Such documents are not removed one by one, so they may share a block.</summary>
    private static bool LastsAsLongAsItsWorld(DocumentKind kind) =>
        kind is DocumentKind.Message or DocumentKind.Contact or DocumentKind.Session or DocumentKind.SessionEntry or DocumentKind.DigitalEvent or DocumentKind.DigitalObject;

    private List<StoredDocument> ReadDocuments()
    {
        var alone = new Dictionary<long, StoredDocument>();
        foreach (var document in _disk.All(LiteDisk.Documents))
        {
            var read = new StoredDocument(document["_id"].AsInt64, document["w"].AsInt32, (DocumentKind)document["k"].AsInt32, Whole(document));
            alone.Add(read.Id, read);
            Note(read);
        }

        var all = new List<StoredDocument>();
        foreach (var block in _disk.All(LiteDisk.Blocks))
        {
            var (world, bytes) = (block["w"].AsInt32, Whole(block));
            _contents.AddBlock(world, block["_id"].AsInt64, bytes.Length);
            all.AddRange(StoredBlock.Unpack(world, bytes).Where(document => !alone.ContainsKey(document.Id)));
        }

        all.AddRange(alone.Values);
        all.Sort((one, other) => one.Id.CompareTo(other.Id));
        return all;
    }

    /// <summary>What a document holds, if it is as it was written.</summary>
    private static byte[] Whole(BsonDocument document)
    {
        var (id, kind, bytes) = (document["_id"].AsInt64, document.TryGetValue("k", out var given) ? given.AsInt32 : 0, document["d"].AsBinary);
        return document["c"].AsInt32 == Checksum.Of(id, document["w"].AsInt32, kind, bytes)
            ? bytes
            : throw new IOException($"it is damaged, document {id} is not as it was written");
    }

    private void AddToBlock(StoredDocument document)
    {
        if (!_filling.TryGetValue(document.World, out var block))
        {
            _filling.Add(document.World, block = new StoredBlock());
        }

        if (!block.HasRoomFor(document))
        {
            Write(document.World, block);
        }

        block.Add(document);
    }

    private void Write(int world, StoredBlock block)
    {
        var (id, bytes) = (block.FirstId, block.Take());
        _disk.Engine.Insert(
            LiteDisk.Blocks, [new BsonDocument { ["_id"] = id, ["w"] = world, ["d"] = bytes, ["c"] = Checksum.Of(id, world, 0, bytes) }], BsonAutoId.Int64);
        _contents.AddBlock(world, id, bytes.Length);
    }

    /// <summary>Their memory is used again by later commits, as long as few worlds are written to.</summary>
    private void ForgetSomeBlocks()
    {
        if (_filling.Count > MostFilling)
        {
            _filling.Clear();
        }
    }

    private void Write(StoredDocument document)
    {
        if (document.Data is null)
        {
            _disk.Engine.Delete(LiteDisk.Documents, [document.Id]);
            _contents.RemoveDocument(document.World, document.Id);
            return;
        }

        var written = new BsonDocument
        {
            ["_id"] = document.Id,
            ["w"] = document.World,
            ["k"] = (int)document.Kind,
            ["d"] = document.Data,
            ["c"] = Checksum.Of(document.Id, document.World, (int)document.Kind, document.Data),
        };
        if (document.IsNew)
        {
            _disk.Engine.Insert(LiteDisk.Documents, [written], BsonAutoId.Int64);
        }
        else
        {
            _disk.Engine.Upsert(LiteDisk.Documents, [written], BsonAutoId.Int64);
        }

        Note(document);
    }

    /// <summary>Remembers which world a document goes with; workspaces and their snapshots outlive every world.</summary>
    private void Note(StoredDocument document)
    {
        if (document.Kind is not (DocumentKind.Workspace or DocumentKind.Snapshot))
        {
            _contents.AddDocument(document.World, document.Id);
        }
    }

    private void RemoveDead(IEnumerable<int> retired)
    {
        foreach (var world in retired)
        {
            _contents.Retire(world);
        }

        if (!HasDead)
        {
            return;
        }

        _disk.Engine.Delete(LiteDisk.Blocks, _contents.TakeDeadBlocks(DeadBytesACommit).Select(id => new BsonValue(id)));
        _disk.Engine.Delete(LiteDisk.Documents, _contents.TakeDeadDocuments(DeadDocumentsACommit).Select(id => new BsonValue(id)));
    }
}
