using System.Text.Json.Serialization;
using MockMessaging.Ids;
using MockMessaging.State;

namespace MockMessaging.Persistence;

/// <summary>A push that still waits, as it stands in the data file.</summary>
internal sealed class StoredPush
{
    public required string Id { get; init; }

    public string? App { get; init; }

    public required string Url { get; init; }

    public required PushType Type { get; init; }

    public required string ContactId { get; init; }

    public string? Message { get; init; }

    public required string Subject { get; init; }

    [JsonConverter(typeof(RawJsonConverter))]
    public required byte[] Body { get; init; }

    public required long CreatedAt { get; init; }

    public TraceContext? Trace { get; init; }

    public static byte[] Write(Push push) => JsonBytes.Write(push, static (push, writer) =>
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, push.Id.ToString());
        writer.WriteIfAny("app"u8, push.App?.Id);
        writer.WriteString("url"u8, push.Url);
        writer.WriteString("type"u8, push.Type.ToString());
        writer.WriteString("contactId"u8, push.ContactId);
        writer.WriteIfAny("message"u8, push.Message?.Id.ToString());
        writer.WriteString("subject"u8, push.Subject);
        writer.WritePropertyName("body"u8);
        writer.WriteRawValue(push.Body, skipInputValidation: true);
        writer.WriteNumber("createdAt"u8, push.CreatedAt);
        if (push.Trace is { } trace)
        {
            writer.WriteStartObject("trace"u8);
            writer.WriteString("parent"u8, trace.Parent);
            writer.WriteIfAny("state"u8, trace.State);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    });

    public Push ToPush(long storeId, WorkspaceState state) => new()
    {
        StoreId = storeId,
        Id = ObjectId.Parse(Id),
        App = App is null ? null : state.FindApp(App),
        Url = Url,
        Type = Type,
        ContactId = ContactId,
        Message = Message is null ? null : state.FindMessage(Message),
        Subject = Subject,
        Body = Body,
        CreatedAt = CreatedAt,
        Trace = Trace,
    };
}
