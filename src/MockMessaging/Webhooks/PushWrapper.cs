using System.Text.Json;
using MockMessaging.Contract;
using MockMessaging.Fidelity;
using MockMessaging.State;

namespace MockMessaging.Webhooks;

/// <summary>The body of a push: a wrapper with its meta, the contact and one item. Without contact and item it is empty, as for a check.</summary>
internal class PushWrapper(WebhooksOptions options, App app, FidelityProfile profile, PushType type, Contact? contact) : PushContent
{
    public sealed override byte[] ToBytes() => JsonBytes.Write(this, static (wrapper, writer) => wrapper.Write(writer));

    protected virtual void WriteItem(Utf8JsonWriter writer)
    {
    }

    private void Write(Utf8JsonWriter writer)
    {
        var name = type switch { PushType.Messages => "messages", PushType.Statuses => "statuses", _ => "events" };
        writer.WriteStartObject();
        writer.WritePropertyName("meta");
        JsonSerializer.Serialize(writer, Meta(), PushJson.Default.InBoundMeta);
        writer.WriteStartArray("contacts");
        if (contact is not null)
        {
            JsonSerializer.Serialize(writer, ContactShapes.Pushed(contact), PushJson.Default.InBoundContact);
        }

        writer.WriteEndArray();
        writer.WriteStartArray(name);
        WriteItem(writer);
        writer.WriteEndArray();
        writer.WriteString("type", name);
        writer.WriteEndObject();
    }

    private InBoundMeta Meta()
    {
        var meta = new InBoundMeta { Domain = options.Domain, Server = options.Server, AppId = app.Id };
        if (type != PushType.Statuses)
        {
            meta.AppCode = app.Queue;
            meta.AppType = profile.AppType(app.AppType);
            meta.AppMode = WireNames.Parse<AppMode>(app.AppMode);
            meta.Debug = false;
        }
        else if (profile.StatusPushesHaveDebug)
        {
            meta.Debug = false;
        }

        return meta;
    }
}

/// <summary>Inbound messages of one contact, which are stored as they are pushed.</summary>
internal sealed class MessageWrapper(WebhooksOptions options, App app, FidelityProfile profile, IReadOnlyList<Message> messages)
    : PushWrapper(options, app, profile, PushType.Messages, messages[0].Contact)
{
    protected override void WriteItem(Utf8JsonWriter writer)
    {
        foreach (var message in messages)
        {
            writer.WriteRawValue(message.Body, skipInputValidation: true);
        }
    }
}

/// <summary>A provider's report on an outbound message.</summary>
internal sealed class StatusWrapper(WebhooksOptions options, App app, FidelityProfile profile, Message message, PushedStatus status, long atMs, ReportError? error)
    : PushWrapper(options, app, profile, PushType.Statuses, message.Contact)
{
    protected override void WriteItem(Utf8JsonWriter writer) => JsonSerializer.Serialize(
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

/// <summary>An event of a session.</summary>
internal sealed class EventWrapper(WebhooksOptions options, App app, FidelityProfile profile, Contact contact, InBoundEvent happened)
    : PushWrapper(options, app, profile, PushType.Events, contact)
{
    protected override void WriteItem(Utf8JsonWriter writer) => JsonSerializer.Serialize(writer, happened, ContractJsonOptions.Sparse.TypeInfo<InBoundEvent>());
}
