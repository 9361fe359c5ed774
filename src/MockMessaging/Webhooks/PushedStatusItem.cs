using System.Text.Json;
using MockMessaging.Contract;
using MockMessaging.Fidelity;
using MockMessaging.State;

namespace MockMessaging.Webhooks;

/// <summary>A provider's report on an outbound message.</summary>
internal sealed class PushedStatusItem(PushBuilder builder, App app, FidelityProfile profile, Message message, PushedStatus status, long atMs, ReportError? error)
    : PushedItem(builder, app, profile, PushType.Statuses, message.Contact)
{
    public override void Write(Utf8JsonWriter writer) => JsonSerializer.Serialize(
        writer,
        new InBoundMsgStatus
        {
            Id = message.Id.ToString(),
            MessageIdExt = message.ExternalId,
            ContactId = message.Contact.Id,
            Contact = ContactShapes.Pushed(message.Contact),
            Status = status,
            Timestamp = atMs,
            Errors = error is not null
                ? [new MessageReportError { Code = error.Code, Title = error.Title, Details = error.Details, Href = error.Href }]
                : null,
        },
        PushJson.Default.InBoundMsgStatus);
}
