using System.Text;
using LiteDB;
using MockMessaging.State;

namespace MockMessaging.Persistence;

/// <summary>Parts of snapshots: LiteDB takes no document of 16 MB. Their text is part of an archive.</summary>
internal sealed class SnapshotKind() : RecordKind("Snapshot", "snapshots")
{
    public override bool OutlivesGenerations => true;

    public override void PutBack(BsonDocument fields, long storeId, StateBuilder builder) =>
        throw new RecordException("", "snapshots are no part of a workspace.");

    public static Snapshot Read(BsonDocument fields, long storeId)
    {
        var read = new FieldReader(fields);
        return new Snapshot
        {
            StoreId = storeId,
            Key = read.Text("key"),
            Name = read.Text("name"),
            TakenAt = read.Number("takenAt"),
            Messages = (int)read.Number("messages"),
            PartCount = (int)(read.OptionalNumber("parts") ?? 0),
            Content = Encoding.UTF8.GetBytes(read.Text("content")),
        };
    }

    protected override BsonDocument Write(Record record)
    {
        var part = (Snapshot)record;
        return new BsonDocument
        {
            ["key"] = part.Key,
            ["name"] = part.Name,
            ["takenAt"] = part.TakenAt,
            ["messages"] = part.Messages,
            ["parts"] = part.PartCount,
            ["content"] = Encoding.UTF8.GetString(part.Content),
        };
    }
}
