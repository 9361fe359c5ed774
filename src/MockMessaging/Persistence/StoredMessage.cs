using System.Text.Json;
using MockMessaging.State;

namespace MockMessaging.Persistence;

/// <summary>A message as it stands in the data file: names instead of references. <see cref="MessageReader"/> reads it back.</summary>
internal static class StoredMessage
{
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
}
