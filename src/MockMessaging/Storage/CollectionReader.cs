using LiteDB;
using LiteDB.Engine;

namespace MockMessaging.Storage;

/// <summary>Reads a collection in the order of its keys, a record ahead.</summary>
internal sealed class CollectionReader : IDisposable
{
    /// <summary>LiteDB keeps every page that a query has read in memory, up to 800 MB, until the query ends.</summary>
    private const int RecordsAQuery = 5_000;

    private readonly LiteEngine _engine;
    private readonly string _collection;
    private IBsonDataReader _reader;
    private int _read;
    private StoredRecord? _next;

    public CollectionReader(LiteEngine engine, string collection)
    {
        (_engine, _collection) = (engine, collection);
        _reader = engine.Query(collection, new Query { Limit = RecordsAQuery });
        Advance();
    }

    /// <summary>The generation of the next record; null after the last one.</summary>
    public int? Generation => _next?.Key.Generation;

    /// <exception cref="IOException">A key is damaged, so that nobody can say whose record it is.</exception>
    public StoredRecord Take()
    {
        var taken = _next!.Value;
        Advance();
        return taken;
    }

    public void Dispose() => _reader.Dispose();

    private void Advance()
    {
        if (!ReadNext())
        {
            _next = null;
            return;
        }

        var document = _reader.Current.AsDocument;
        var key = document["_id"] is { IsInt64: true } id ? RecordKey.Of(id.AsInt64) : throw Damaged("is not a number");
        if (_next is { Key: var last } && key.ToLong() <= last.ToLong())
        {
            throw Damaged("is out of order");
        }

        var fits = Checksum.Fits(document);
        if (!fits && HasDamagedKey(document))
        {
            throw Damaged("is not as it was written");
        }

        _next = new StoredRecord(_collection, key, document, IsDamaged: !fits);
    }

    private bool ReadNext()
    {
        if (_read == RecordsAQuery && _next is { } last)
        {
            var query = new Query { Limit = RecordsAQuery };
            query.Where.Add(BsonExpression.Create("_id > @0", last.Key.ToLong()));
            _reader.Dispose();
            (_reader, _read) = (_engine.Query(_collection, query), 0);
        }

        _read++;
        return _reader.Read();
    }

    /// <summary>True if the checksum fits once one bit of the key is turned: the record may belong to any workspace.</summary>
    private static bool HasDamagedKey(BsonDocument document)
    {
        var key = document["_id"].AsInt64;
        return Enumerable.Range(0, 64).Any(bit =>
        {
            document["_id"] = key ^ (1L << bit);
            return Checksum.Fits(document);
        });
    }

    private IOException Damaged(string what) => new($"it is damaged, a key in '{_collection}' {what}");
}
