using System.Text;
using LiteDB;
using MockMessaging.State;
using JsonSerializer = System.Text.Json.JsonSerializer;
using ObjectId = MockMessaging.Ids.ObjectId;

namespace MockMessaging.Persistence;

/// <summary>Pushes that wait. Those of planned statuses are normally not stored, see <see cref="UnstoredPushes"/>.</summary>
internal sealed class PushKind() : RecordKind("Push", "pushes")
{
    public override IReadOnlyList<string> JsonFields { get; } = ["body", "trace"];

    public override void PutBack(BsonDocument fields, long storeId, StateBuilder builder)
    {
        var read = new FieldReader(fields);
        builder.Pushes.Add(new Push
        {
            StoreId = storeId,
            Id = ObjectId.Parse(read.Text("id")),
            App = read.OptionalText("app") is { } app ? builder.State.Configuration.AppOfRecord(app) : null,
            Url = read.Text("url"),
            Type = Enum.Parse<PushType>(read.Text("type")),
            ContactId = read.Text("contactId"),
            Message = read.OptionalText("message") is { } message ? builder.State.FindMessage(message) : null,
            Others = [.. (read.OptionalText("others") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(builder.State.FindMessage).OfType<Message>()],
            Subject = read.Text("subject"),
            Body = Encoding.UTF8.GetBytes(read.Text("body")),
            CreatedAt = read.Number("createdAt"),
            Stage = read.OptionalNumber("stage") is { } stage ? (byte)RecordChecks.Within("stage", stage, 0, byte.MaxValue) : null,
            Trace = read.OptionalText("trace") is { } trace ? JsonSerializer.Deserialize(trace, StoredJson.Default.TraceContext) : null,
        });
    }

    protected override BsonDocument Write(Record record)
    {
        var push = (Push)record;
        var fields = new BsonDocument
        {
            ["id"] = push.Id.ToString(),
            ["url"] = push.Url,
            ["type"] = push.Type.ToString(),
            ["contactId"] = push.ContactId,
            ["subject"] = push.Subject,
            ["body"] = Encoding.UTF8.GetString(push.Body),
            ["createdAt"] = push.CreatedAt,
        };
        fields.AddIfAny("app", push.App?.Id);
        fields.AddIfAny("message", push.Message?.Id.ToString());
        fields.AddIfAny("others", push.Others.Count > 0 ? string.Join(' ', push.Others.Select(other => other.Id)) : null);
        fields.AddIfAny("stage", push.Stage);
        fields.AddIfAny("trace", push.Trace is { } trace ? JsonSerializer.Serialize(trace, StoredJson.Default.TraceContext) : null);
        return fields;
    }
}
