using System.Text.Json.Serialization.Metadata;
using LiteDB;
using MockMessaging.State;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace MockMessaging.Persistence;

/// <summary>A kind whose fields are those of its JSON. It is enough to say how a record is put back.</summary>
/// <param name="name">Its name in archives and errors.</param>
/// <param name="collection">Its collection in the data file.</param>
/// <param name="type">Its type information for JSON. It is made at first use, since that takes longer than to open the file.</param>
/// <param name="putBack">Checks a record and adds it to a state.</param>
/// <param name="jsonFields">Fields that hold JSON as text.</param>
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
