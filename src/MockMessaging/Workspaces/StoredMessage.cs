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

    public static byte[] Write(Message message) => JsonBytes.Write(message, static (message, writer) =>
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, message.Id.ToString());
        writer.WriteString("session"u8, message.Session.Id);
        writer.WriteIfAny("app"u8, message.App?.Id);
        writer.WriteBoolean("inbound"u8, message.IsInbound);
        writer.WriteString("type"u8, message.Type);
        writer.WriteNumber("at"u8, message.AcceptedAt);
        writer.WriteIfAny("wroteAt"u8, message.ContactWroteAt);
        writer.WritePropertyName("body"u8);
        writer.WriteRawValue(message.Body, skipInputValidation: true);
        if (message.Plan is { } plan)
        {
            writer.WritePropertyName("plan"u8);
            writer.WriteRawValue(plan.Stored, skipInputValidation: true);
        }

        writer.WriteNumber("fired"u8, message.Fired);
        if (message.Details is { } details)
        {
            writer.WritePropertyName("details"u8);
            JsonSerializer.Serialize(writer, details, StoredJson.Default.MessageDetails);
        }

        writer.WriteEndObject();
    });

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
