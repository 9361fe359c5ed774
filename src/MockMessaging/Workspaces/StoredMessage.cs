using System.Text.Json;
using System.Text.Json.Serialization;

namespace MockMessaging.Workspaces;

/// <summary>A message as it stands in the data file: names instead of references.</summary>
internal sealed class StoredMessage
{
    public required string Id { get; init; }

    public required string Session { get; init; }

    public string? App { get; init; }

    public bool Inbound { get; init; }

    public required string Type { get; init; }

    public required long At { get; init; }

    public long? WroteAt { get; init; }

    [JsonConverter(typeof(RawJsonConverter))]
    public required byte[] Body { get; init; }

    public DeliveryPlan? Plan { get; init; }

    public int Fired { get; init; }

    public MessageDetails? Details { get; init; }

    public static byte[] Write(Message message) => JsonSerializer.SerializeToUtf8Bytes(
        new StoredMessage
        {
            Id = message.Id.ToString(),
            Session = message.Session.Id,
            App = message.App?.Id,
            Inbound = message.IsInbound,
            Type = message.Type,
            At = message.AcceptedAt,
            WroteAt = message.ContactWroteAt,
            Body = message.Body,
            Plan = message.Plan,
            Fired = message.Fired,
            Details = message.Details,
        },
        StoredJson.Default.StoredMessage);

    public Message ToMessage(long storeId, WorkspaceState state) => new()
    {
        StoreId = storeId,
        Id = ObjectId.Parse(Id),
        IsInbound = Inbound,
        Session = state.Sessions[Session],
        App = App is null ? null : state.FindApp(App),
        Type = Type,
        AcceptedAt = At,
        ContactWroteAt = WroteAt,
        Body = Body,
        Plan = Plan,
        Fired = Fired,
        Details = Details,
    };
}
