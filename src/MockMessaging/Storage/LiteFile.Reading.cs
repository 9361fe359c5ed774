using LiteDB;

namespace MockMessaging.Storage;

/// <content>What an earlier run left.</content>
internal sealed partial class LiteFile
{
    /// <summary>Every document in its last state, in ascending order of id.</summary>
    /// <exception cref="StoreUnusableException">The file is damaged; it is left as it is.</exception>
    public List<KeptDocument> ReadAll()
    {
        if (!_disk.IsBare)
        {
            return _disk.Read(ReadDocuments);
        }

        _disk.Begin();
        return [];
    }

    private List<KeptDocument> ReadDocuments()
    {
        var (alone, notes) = (new Dictionary<long, KeptDocument>(), new Dictionary<long, byte[]>());
        foreach (var document in _disk.All(LiteDisk.Documents))
        {
            var bytes = Whole(document);
            var read = new KeptDocument(document["_id"].AsInt64, document["w"].AsInt32, (DocumentKind)document["k"].AsInt32, bytes);
            Note(read.Id, read.Generation, read.Kind);
            if (read.Kind == DocumentKind.Gone && bytes is not null)
            {
                notes.Add(read.Id, bytes);
            }
            else
            {
                alone.Add(read.Id, read);
            }
        }

        var all = new List<KeptDocument>();
        var opened = new PackedBlock.Opened();
        foreach (var block in _disk.All(LiteDisk.Blocks))
        {
            var (id, world, bytes) = (block["_id"].AsInt64, block["w"].AsInt32, Whole(block));
            _contents.AddBlock(world, id, block["d"].AsBinary.Length);
            if (bytes is null)
            {
                all.Add(new KeptDocument(id, world, DocumentKind.Message, null));
                continue;
            }

            var documents = new PackedBlock(world, bytes, opened).Documents();
            LastId = Math.Max(LastId, documents.Max(document => document.Id));
            if (documents[0].Kind.Passes())
            {
                RemoveGone(new PassingBlock(id, world, documents.Count), documents, notes.GetValueOrDefault(id));
            }

            all.AddRange(documents.Where(document => !alone.ContainsKey(document.Id)));
        }

        all.AddRange(alone.Values);
        all.Sort((one, other) => one.Id.CompareTo(other.Id));
        LastId = Math.Max(LastId, all.Count == 0 ? 0 : all[^1].Id);
        EnsureDamageHasAnOwner(all);
        return all;
    }

    /// <summary>Damage within one workspace is that workspace's affair; any other may be anywhere.</summary>
    private static void EnsureDamageHasAnOwner(List<KeptDocument> all)
    {
        var owned = all.Where(document => document is { Kind: DocumentKind.Workspace, IsDamaged: false }).Select(document => document.Generation).ToHashSet();
        foreach (var damaged in all.Where(document => document.IsDamaged))
        {
            if (damaged.Kind is DocumentKind.Workspace or DocumentKind.Snapshot || !owned.Contains(damaged.Generation))
            {
                throw Damaged(damaged.Id);
            }
        }
    }

    private void RemoveGone(PassingBlock block, List<KeptDocument> documents, byte[]? note)
    {
        if (note is not null)
        {
            block.IsNoted = true;
            foreach (var gone in PassingBlock.Gone(note))
            {
                block.Remove(gone);
                documents.RemoveAll(document => document.Id == gone);
            }
        }

        _passing.Add(block, documents.Select(document => document.Id));
    }

    /// <summary>What a document holds; <c>null</c> if it is not as it was written.</summary>
    /// <exception cref="IOException">It is not, and nobody can tell whose it was.</exception>
    private static byte[]? Whole(BsonDocument document)
    {
        var (id, world, bytes) = (document["_id"].AsInt64, document["w"].AsInt32, document["d"].AsBinary);
        var (kind, sum) = (document.TryGetValue("k", out var given) ? given.AsInt32 : 0, document["c"].AsInt32);
        if (sum == Checksum.Of(id, world, kind, bytes))
        {
            return bytes;
        }

        return Enumerable.Range(0, 32).Any(bit => sum == Checksum.Of(id, world ^ (1 << bit), kind, bytes)) ? throw Damaged(id) : null;
    }

    private static IOException Damaged(long id) => new($"it is damaged, document {id} is not as it was written");
}
