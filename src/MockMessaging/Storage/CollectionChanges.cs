using LiteDB;
using LiteDB.Engine;

namespace MockMessaging.Storage;

/// <summary>What a commit changes in one collection.</summary>
internal sealed class CollectionChanges
{
    private readonly List<BsonDocument> _inserted = [];
    private readonly List<BsonDocument> _updated = [];
    private readonly List<BsonValue> _removed = [];

    public void Add(StoredRecord change)
    {
        var id = change.Key.ToLong();
        if (change.Fields is not { } fields)
        {
            _removed.Add(id);
            return;
        }

        fields["_id"] = id;
        Checksum.Add(fields);
        (change.IsNew ? _inserted : _updated).Add(fields);
    }

    public void Write(LiteEngine engine, string collection)
    {
        if (_removed.Count > 0)
        {
            engine.Delete(collection, _removed);
        }

        if (_updated.Count > 0)
        {
            engine.Upsert(collection, _updated, BsonAutoId.Int64);
        }

        if (_inserted.Count > 0)
        {
            engine.Insert(collection, _inserted, BsonAutoId.Int64);
        }

        _removed.Clear();
        _updated.Clear();
        _inserted.Clear();
    }
}
