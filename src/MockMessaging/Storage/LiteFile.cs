using LiteDB;

namespace MockMessaging.Storage;

/// <summary>
/// The LiteDB file. What is new and rarely changes lies in blocks of many, and so does what is only removed; every other document, and any
/// later state of one in a block, lies by itself under its id. All calls come from one thread, since LiteDB binds transactions to it.
/// </summary>
internal sealed partial class LiteFile : IDisposable
{
    private const int DeadBytesACommit = 1_048_576;
    private const int DeadDocumentsACommit = 500;
    private const int MostFilling = 16;

    private readonly LiteDisk _disk;
    private readonly WorldContents _contents = new();
    private readonly PassingBlocks _passing = new();
    private readonly Dictionary<(int Generation, bool Passes), StoredBlock> _filling = [];

    public LiteFile(string path) => _disk = new LiteDisk(path);

    /// <summary>Whether documents of retired worlds are left to be removed.</summary>
    public bool HasDead => _contents.HasDead;

    /// <summary>Whether the last run was killed, so that it may have made more than the file knows of.</summary>
    public bool WasCutOff => _disk.WasCutOff;

    /// <summary>The log that the last run needed and that is gone or empty; null if all is there.</summary>
    public string? LostLog => _disk.LostLog;

    /// <summary>The highest id a document was ever given of which the file still knows.</summary>
    public long LastId { get; private set; }

    /// <summary>Ends when the changes survive the loss of power. Once it has failed, nothing more may be committed.</summary>
    public void Commit(IEnumerable<StoredDocument> changes, IEnumerable<int> retired) => _disk.Commit(() =>
    {
        foreach (var change in changes)
        {
            Apply(change);
        }

        foreach (var (filled, block) in _filling.Where(entry => !entry.Value.IsEmpty))
        {
            Write(filled.Generation, filled.Passes, block);
        }

        foreach (var block in _passing.TakeChanged())
        {
            Write(block);
        }

        ForgetSomeBlocks();
        RemoveDead(retired);
    });

    /// <summary>Work on the file that no commit depends on.</summary>
    public void Tidy() => _disk.Tidy();

    public void Dispose() => _disk.Dispose();

    private void Apply(StoredDocument change)
    {
        if (change is { IsNew: true, Data: not null } && (change.Kind.LastsAsLongAsItsWorld() || change.Kind.Passes()))
        {
            AddToBlock(change);
        }
        else if (change.Data is not null || !_passing.TryRemove(change.Id))
        {
            Write(change);
        }
    }

    private void AddToBlock(StoredDocument document)
    {
        var (world, passes) = (document.Generation, document.Kind.Passes());
        if (!_filling.TryGetValue((world, passes), out var block))
        {
            _filling.Add((world, passes), block = new StoredBlock());
        }

        if (!block.HasRoomFor(document))
        {
            Write(world, passes, block);
        }

        block.Add(document);
    }

    private void Write(int world, bool passes, StoredBlock block)
    {
        var id = block.Ids[0];
        if (passes)
        {
            _passing.Add(new PassingBlock(id, world, block.Ids.Count), block.Ids);
        }

        var bytes = block.Take();
        _disk.Insert(LiteDisk.Blocks, new BsonDocument { ["_id"] = id, ["w"] = world, ["d"] = bytes, ["c"] = Checksum.Of(id, world, 0, bytes) });
        _contents.AddBlock(world, id, bytes.Length);
    }

    private void Write(PassingBlock block)
    {
        if (block.IsOver)
        {
            _disk.Delete(LiteDisk.Blocks, block.Id);
            _contents.RemoveBlock(block.Generation, block.Id);
        }

        if (!block.IsOver || block.IsNoted)
        {
            Write(new StoredDocument(block.Id, block.Generation, DocumentKind.Gone, block.IsOver ? null : block.Note(), IsNew: !block.IsNoted));
            block.IsNoted = true;
        }
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
            _disk.Delete(LiteDisk.Documents, document.Id);
            _contents.RemoveDocument(document.Generation, document.Id);
            return;
        }

        var written = new BsonDocument
        {
            ["_id"] = document.Id,
            ["w"] = document.Generation,
            ["k"] = (int)document.Kind,
            ["d"] = document.Data,
            ["c"] = Checksum.Of(document.Id, document.Generation, (int)document.Kind, document.Data),
        };
        if (document.IsNew)
        {
            _disk.Insert(LiteDisk.Documents, written);
        }
        else
        {
            _disk.Upsert(LiteDisk.Documents, written);
        }

        Note(document.Id, document.Generation, document.Kind);
    }

    /// <summary>Remembers which world a document goes with; workspaces and their snapshots outlive every world.</summary>
    private void Note(long id, int world, DocumentKind kind)
    {
        if (kind is not (DocumentKind.Workspace or DocumentKind.Snapshot))
        {
            _contents.AddDocument(world, id);
        }
    }

    private void RemoveDead(IEnumerable<int> retired)
    {
        foreach (var world in retired)
        {
            _contents.Retire(world);
            _passing.Retire(world);
        }

        if (!HasDead)
        {
            return;
        }

        _disk.Delete(LiteDisk.Blocks, _contents.TakeDeadBlocks(DeadBytesACommit).Select(id => new BsonValue(id)));
        _disk.Delete(LiteDisk.Documents, _contents.TakeDeadDocuments(DeadDocumentsACommit).Select(id => new BsonValue(id)));
    }
}
