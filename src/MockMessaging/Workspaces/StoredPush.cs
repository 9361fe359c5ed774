using System.Text.Json;

namespace MockMessaging.Workspaces;

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

    public required byte[] Body { get; init; }

    public required long CreatedAt { get; init; }

    public TraceContext? Trace { get; init; }

    public static byte[] Write(Push push) => JsonSerializer.SerializeToUtf8Bytes(
        new StoredPush
        {
            Id = push.Id.ToString(),
            App = push.App?.Id,
            Url = push.Url,
            Type = push.Type,
            ContactId = push.ContactId,
            Message = push.Message?.Id.ToString(),
            Subject = push.Subject,
            Body = push.Body,
            CreatedAt = push.CreatedAt,
            Trace = push.Trace,
        },
        StoredJson.Default.StoredPush);

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
