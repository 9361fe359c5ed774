using System.Text.Json;
using MockMessaging.Contract;

namespace MockMessaging.Workspaces;

/// <summary>One step of a message's way, so many milliseconds after it was accepted.</summary>
/// <param name="OffsetMs">Milliseconds after acceptance.</param>
/// <param name="Status">The status the message takes; none where only the customer acts.</param>
/// <param name="Error">The provider's reason, where the step is a failure.</param>
/// <param name="Reply">How the customer answers at this step; none where nobody answers.</param>
internal sealed record DeliveryStage(long OffsetMs, MessageStatus? Status, ReportError? Error = null, ReplyKind? Reply = null)
{
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("offsetMs"u8, OffsetMs);
        writer.WriteIfAny("status"u8, Status is { } status ? WireNames.Of(status) : null);
        if (Error is { } error)
        {
            writer.WritePropertyName("error"u8);
            JsonSerializer.Serialize(writer, error, StoredJson.Default.ReportError);
        }

        writer.WriteIfAny("reply"u8, Reply?.ToString());
        writer.WriteEndObject();
    }
}
