using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MockMessaging.Workspaces;

/// <summary>A message as it stands in the data file: names instead of references.</summary>
internal sealed class StoredMessage
{
    private const int LargestKept = 65_536;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

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

    /// <summary>Written by hand, since there are more of them than of all other records together, and both body and plan are JSON already.</summary>
    public static byte[] Write(Message message)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(1_024);
        var writer = _writer ??= new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        buffer.ResetWrittenCount();
        writer.Reset();
        writer.WriteStartObject();
        writer.WriteString("id"u8, message.Id.ToString());
        writer.WriteString("session"u8, message.Session.Id);
        WriteIfAny(writer, "app"u8, message.App?.Id);
        writer.WriteBoolean("inbound"u8, message.IsInbound);
        writer.WriteString("type"u8, message.Type);
        writer.WriteNumber("at"u8, message.AcceptedAt);
        if (message.ContactWroteAt is { } wrote)
        {
            writer.WriteNumber("wroteAt"u8, wrote);
        }

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
        writer.Flush();
        var bytes = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity > LargestKept)
        {
            (_buffer, _writer) = (null, null);
        }

        return bytes;
    }

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

    private static void WriteIfAny(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
