using LiteDB;

namespace MockMessaging.Storage;

/// <content>What an earlier run left.</content>
internal sealed partial class LiteFile
{
    /// <summary>Every document in its last state, in ascending order of id.</summary>
    /// <exception cref="StoreUnusableException">The file is damaged; it is left as it is.</exception>
    public IReadOnlyList<StoredDocument> ReadAll()
    {
        if (!_disk.IsBare)
        {
            return _disk.Read(ReadDocuments);
        }

        _disk.Begin();
        return [];
    }

    private List<StoredDocument> ReadDocuments()
    {
        var (alone, notes) = (new Dictionary<long, StoredDocument>(), new Dictionary<long, byte[]>());
        foreach (var document in _disk.All(LiteDisk.Documents))
        {
            var read = new StoredDocument(document["_id"].AsInt64, document["w"].AsInt32, (DocumentKind)document["k"].AsInt32, Whole(document));
            Note(read);
            if (read.Kind == DocumentKind.Gone)
            {
                notes.Add(read.Id, read.Data!);
            }
            else
            {
                alone.Add(read.Id, read);
            }
        }

        var all = new List<StoredDocument>();
        foreach (var block in _disk.All(LiteDisk.Blocks))
        {
            var (id, world, bytes) = (block["_id"].AsInt64, block["w"].AsInt32, Whole(block));
            _contents.AddBlock(world, id, bytes.Length);
            List<StoredDocument> documents = [.. StoredBlock.Unpack(world, bytes)];
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
        return all;
    }

    private void RemoveGone(PassingBlock block, List<StoredDocument> documents, byte[]? note)
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

    /// <summary>What a document holds, if it is as it was written.</summary>
    private static byte[] Whole(BsonDocument document)
    {
        var (id, kind, bytes) = (document["_id"].AsInt64, document.TryGetValue("k", out var given) ? given.AsInt32 : 0, document["d"].AsBinary);
        return document["c"].AsInt32 == Checksum.Of(id, document["w"].AsInt32, kind, bytes)
            ? bytes
            : throw new IOException($"it is damaged, document {id} is not as it was written");
    }
}
