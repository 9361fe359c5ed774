using System.Text.Json;
using MockMessaging.Ids;
using MockMessaging.State;

namespace MockMessaging.Persistence;

/// <summary>
/// Reads messages back. There may be a million, so it is done by hand, and what many of them have alike, plans and words, exists once.
/// </summary>
internal sealed class MessageReader
{
    private readonly PlanTable _plans = new();
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);

    /// <exception cref="RecordException">It is no message of this state.</exception>
    public Message Read(ReadOnlySpan<byte> stored, long storeId, WorkspaceState state)
    {
        var (field, fields) = ("", default(Fields));
        try
        {
            var reader = new Utf8JsonReader(stored);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new RecordException("", "it is no JSON object.");
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                field = NameOf(ref reader);
                reader.Read();
                Take(ref reader, field, ref fields, stored, state);
            }
        }
        catch (Exception failure) when (failure is InvalidOperationException or FormatException or JsonException)
        {
            throw new RecordException(field, "it is not of the type this field has.", failure);
        }

        return fields.ToMessage(storeId);
    }

    private static string NameOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("id"u8) ? "id"
        : reader.ValueTextEquals("session"u8) ? "session"
        : reader.ValueTextEquals("app"u8) ? "app"
        : reader.ValueTextEquals("inbound"u8) ? "inbound"
        : reader.ValueTextEquals("type"u8) ? "type"
        : reader.ValueTextEquals("at"u8) ? "at"
        : reader.ValueTextEquals("wroteAt"u8) ? "wroteAt"
        : reader.ValueTextEquals("body"u8) ? "body"
        : reader.ValueTextEquals("plan"u8) ? "plan"
        : reader.ValueTextEquals("fired"u8) ? "fired"
        : reader.ValueTextEquals("details"u8) ? "details"
        : "";

    private void Take(ref Utf8JsonReader reader, string field, ref Fields fields, ReadOnlySpan<byte> stored, WorkspaceState state)
    {
        var isNull = reader.TokenType == JsonTokenType.Null;
        switch (field)
        {
            case "id":
                fields.Id = reader.GetString() is { } id && ObjectId.TryParse(id, out var parsed) ? parsed : throw new RecordException("id", "it is no id of 24 hex digits.");
                break;
            case "session":
                var session = reader.GetString() ?? "";
                fields.Session = state.Sessions.GetValueOrDefault(session) ?? throw new RecordException("session", $"there is no session '{session}'.");
                break;
            case "app":
                fields.App = reader.GetString() is { } app ? state.FindApp(app) : null;
                break;
            case "inbound":
                fields.IsInbound = reader.GetBoolean();
                break;
            case "type":
                fields.Type = Shared(reader.GetString());
                break;
            case "at":
                fields.At = reader.GetInt64();
                break;
            case "wroteAt":
                fields.WroteAt = isNull ? null : reader.GetInt64();
                break;
            case "body":
                fields.Body = isNull ? null : Raw(ref reader, stored).ToArray();
                break;
            case "plan":
                fields.Plan = isNull ? null : _plans.Of(Raw(ref reader, stored));
                break;
            case "fired":
                fields.Fired = reader.GetInt32();
                break;
            case "details":
                fields.Details = isNull ? null : JsonSerializer.Deserialize(Raw(ref reader, stored), StoredJson.Default.MessageDetails);
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private static ReadOnlySpan<byte> Raw(ref Utf8JsonReader reader, ReadOnlySpan<byte> stored)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return stored[start..(int)reader.BytesConsumed];
    }

    private string? Shared(string? word)
    {
        if (word is null)
        {
            return null;
        }

        _types.TryAdd(word, word);
        return _types[word];
    }

    private struct Fields
    {
        public ObjectId? Id;
        public Session? Session;
        public App? App;
        public bool IsInbound;
        public string? Type;
        public long? At;
        public long? WroteAt;
        public byte[]? Body;
        public DeliveryPlan? Plan;
        public int Fired;
        public MessageDetails? Details;

        public readonly Message ToMessage(long storeId)
        {
            RecordChecks.Message(Fired, Plan, Details, IsInbound, App, At ?? throw RecordChecks.Missing("at"), WroteAt);
            return new Message
            {
                StoreId = storeId,
                Id = Id ?? throw RecordChecks.Missing("id"),
                IsInbound = IsInbound,
                Session = Session ?? throw RecordChecks.Missing("session"),
                App = App,
                Type = Type ?? throw RecordChecks.Missing("type"),
                AcceptedAt = At.Value,
                ContactWroteAt = WroteAt,
                Body = Body ?? throw RecordChecks.Missing("body"),
                Plan = Plan,
                Fired = Fired,
                Details = Details,
            };
        }
    }
}
