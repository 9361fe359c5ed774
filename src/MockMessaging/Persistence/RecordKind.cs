using System.Text.Json.Serialization.Metadata;
using LiteDB;
using MockMessaging.State;
using MockMessaging.Storage;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace MockMessaging.Persistence;

/// <summary>
/// A kind of record: its name and collection, its version, which fields it has, and how it is written and put back. Records themselves know
/// nothing of storage.
/// </summary>
internal abstract class RecordKind(string name, string collection)
{
    private const string VersionField = "version";

    public string Name => name;

    public string Collection => collection;

    /// <summary>
    /// Version of its fields. If older documents cannot be read as they are, raise it by one and convert them in <see cref="Upgrade"/>.
    /// Documents without a version field are version 1.
    /// </summary>
    public virtual int Version => 1;

    /// <summary>True for what belongs to a key or the server, and not to a generation of a workspace.</summary>
    public virtual bool OutlivesGenerations => false;

    /// <summary>
    /// Fields that hold JSON as text: what callers sent. As BSON, property names would lose their case and numbers their precision.
    /// </summary>
    public virtual IReadOnlyList<string> JsonFields => [];

    /// <summary>A record as named fields.</summary>
    protected abstract BsonDocument Write(Record record);

    /// <summary>Builds a record from its fields and adds it to a state.</summary>
    /// <exception cref="RecordException">The fields are not those of a record of this kind, or do not fit the others.</exception>
    public abstract void PutBack(BsonDocument fields, long storeId, StateBuilder builder);

    /// <summary>Changes fields written by an earlier version into the present form, in place. Called once, so it must do every step in between.</summary>
    protected virtual void Upgrade(BsonDocument fields, int version)
    {
    }

    /// <summary>The fields of a record, in this version.</summary>
    public BsonDocument FieldsOf(Record record)
    {
        var fields = Write(record);
        if (Version > 1)
        {
            fields[VersionField] = Version;
        }

        return fields;
    }

    /// <summary>The record as it goes to the store.</summary>
    public StoredRecord Stored(Record record, int generation) => new(collection, Key(record.StoreId, generation), FieldsOf(record), record.IsUnstored);

    /// <summary>The removal of a record, as it goes to the store.</summary>
    public StoredRecord Removal(long storeId, int generation) => new(collection, Key(storeId, generation), null);

    /// <summary>Brings fields of whatever version to the present one.</summary>
    /// <exception cref="RecordException">A newer version of the server wrote them.</exception>
    public BsonDocument Upgraded(BsonDocument fields)
    {
        var version = fields[VersionField] is { IsInt32: true } given ? given.AsInt32 : 1;
        if (version > Version)
        {
            throw new NewerRecordException(VersionField, $"a newer version of this server wrote it: {version}, and this one knows {Version}.");
        }

        if (version < Version)
        {
            Upgrade(fields, version);
        }

        return fields;
    }

    private RecordKey Key(long storeId, int generation) => new(OutlivesGenerations ? 0 : generation, storeId);
}

/// <summary>A kind whose fields are those of its JSON. Only how a record is put back has to be given. The type
/// information is made at first use, since that takes longer than to open the file.</summary>
internal class JsonRecordKind<T>(string name, string collection, Func<JsonTypeInfo<T>> type, Action<T, StateBuilder> putBack, params string[] jsonFields) : RecordKind(name, collection)
    where T : Record
{
    public override IReadOnlyList<string> JsonFields => jsonFields;

    public override void PutBack(BsonDocument fields, long storeId, StateBuilder builder) => putBack(Read(fields, storeId), builder);

    public T Read(BsonDocument fields, long storeId)
    {
        var record = JsonSerializer.Deserialize(BsonJson.ToJson(fields, jsonFields), type())!;
        record.StoreId = storeId;
        return record;
    }

    protected override BsonDocument Write(Record record) => BsonJson.FromJson(JsonSerializer.SerializeToUtf8Bytes((T)record, type()), jsonFields);
}
