using System.Text.Json;
using Microsoft.Extensions.Options;
using MockMessaging.Contract;
using MockMessaging.Workspaces;

namespace MockMessaging.Webhooks;

/// <summary>Turns what happened into a push: one wrapper with one item, its bytes fixed at that moment.</summary>
internal sealed class PushBuilder(IOptions<WebhooksOptions> options)
{
    /// <summary>An inbound message, for the app that owns its session's queue.</summary>
    public Push Message(WorkspaceTransaction transaction, App? app, Message message) =>
        Add(transaction, app, PushType.Messages, message.Contact, message, message.Type, transaction.Gate, writer => writer.WriteRawValue(message.Body, skipInputValidation: true));

    /// <summary>A provider's report on an outbound message, for the app that sent it.</summary>
    public Push Status(WorkspaceTransaction transaction, Message message, PushedStatus status, long atMs, ReportError? error, AnswerGate? gate) =>
        Add(transaction, message.App, PushType.Statuses, message.Contact, message, WireNames.Of(status), gate, writer =>
            JsonSerializer.Serialize(writer, StatusOf(message, status, atMs, error), ContractJsonOptions.Sparse.Shape<InBoundMsgStatus>()));

    /// <summary>A session event, for the app it concerns.</summary>
    public void Event(WorkspaceTransaction transaction, App? app, Session session, InBoundEvent happened)
    {
        transaction.Tell(HappeningKind.Session, session, word: happened.EventCode);
        Add(transaction, app, PushType.Events, session.Contact, null, happened.EventCode!, transaction.Gate, writer =>
            JsonSerializer.Serialize(writer, happened, ContractJsonOptions.Sparse.Shape<InBoundEvent>()));
    }

    /// <summary>The question who a contact is, for the business that wants to be asked.</summary>
    public void ContactInfo(WorkspaceTransaction transaction, Contact contact)
    {
        if (!string.IsNullOrEmpty(options.Value.ContactInfoUrl))
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(ContactShapes.Pushed(contact), ContractJsonOptions.Sparse.Shape<InBoundContact>());
            transaction.Pushes.Add(Question(transaction, contact.Id, body, transaction.Gate));
        }
    }

    /// <summary>A question to the business, for whoever asks for it to send.</summary>
    public Push Question(WorkspaceTransaction transaction, string contactId, byte[] body, AnswerGate? gate)
    {
        var push = new Push
        {
            Id = transaction.NextId(),
            App = null,
            Url = options.Value.ContactInfoUrl!,
            Type = PushType.ContactInfo,
            ContactId = contactId,
            Subject = "contact/info",
            Body = body,
            CreatedAt = transaction.Now,
            Trace = transaction.Trace,
            Gate = gate,
        };
        Remember(transaction, push);
        return push;
    }

    /// <summary>The same content once more, to where it shall go now.</summary>
    public Push Replay(WorkspaceTransaction transaction, Push original, string url)
    {
        var push = new Push
        {
            Id = transaction.NextId(),
            App = original.App,
            Url = url,
            Type = original.Type,
            ContactId = original.ContactId,
            Message = original.Message,
            Subject = original.Subject,
            Body = original.BodyNow(),
            CreatedAt = transaction.Now,
            Trace = transaction.Trace ?? original.Trace,
            ReplayOf = original,
        };
        Remember(transaction, push);
        transaction.Pushes.Add(push);
        return push;
    }

    /// <summary>A wrapper without contact and item, to see whether a receiver takes any.</summary>
    public byte[] Empty(App app) => Body(app, PushType.Messages, null, static _ => { });

    private static void Remember(WorkspaceTransaction transaction, Push push)
    {
        transaction.State.Pushes.Add(push);
        transaction.Save(push);
    }

    private static InBoundMsgStatus StatusOf(Message message, PushedStatus status, long atMs, ReportError? error) => new()
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
    };

    private static string? ReasonToSkip(App? app) => app switch
    {
        null => "The session's queue belongs to no client app.",
        { IsWebhookApp: false } => $"Client app '{app.Queue}' is of type {app.AppType}; only WEBHOOK apps get pushes.",
        { Webhook.Length: 0 } => $"Client app '{app.Queue}' has no webhook; register one with POST /api/v1/config/webhook.",
        _ => null,
    };

    private Push Add(
        WorkspaceTransaction transaction, App? app, PushType type, Contact contact, Message? message, string subject, AnswerGate? gate, Action<Utf8JsonWriter> writeItem)
    {
        var skipped = ReasonToSkip(app);
        var push = new Push
        {
            Id = transaction.NextId(),
            App = app,
            Url = app?.Webhook ?? "",
            Type = type,
            ContactId = contact.Id,
            Message = message,
            Subject = subject,
            Body = skipped is null ? Body(app!, type, contact, writeItem) : [],
            BodyOnDemand = skipped is not null && app is { IsWebhookApp: true } ? OnDemand(app, type, contact, writeItem) : null,
            CreatedAt = transaction.Now,
            State = skipped is null ? PushState.Pending : PushState.Skipped,
            SkippedBecause = skipped,
            Trace = transaction.Trace,
            Gate = gate,
        };
        if (skipped is null)
        {
            Remember(transaction, push);
            transaction.Pushes.Add(push);
        }
        else
        {
            transaction.State.Pushes.Add(push);
        }

        return push;
    }

    /// <summary>Apart from where it is asked for, so that only pushes that need it pay for it.</summary>
    private Func<byte[]> OnDemand(App app, PushType type, Contact contact, Action<Utf8JsonWriter> writeItem) => () => Body(app, type, contact, writeItem);

    private byte[] Body(App app, PushType type, Contact? contact, Action<Utf8JsonWriter> writeItem)
    {
        var name = type switch { PushType.Messages => "messages", PushType.Statuses => "statuses", _ => "events" };
        using var buffer = new MemoryStream(1_024);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = ContractJsonOptions.Sparse.Encoder }))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("meta");
            JsonSerializer.Serialize(writer, Meta(app, type), ContractJsonOptions.Sparse.Shape<InBoundMeta>());
            writer.WriteStartArray("contacts");
            if (contact is not null)
            {
                JsonSerializer.Serialize(writer, ContactShapes.Pushed(contact), ContractJsonOptions.Sparse.Shape<InBoundContact>());
            }

            writer.WriteEndArray();
            writer.WriteStartArray(name);
            writeItem(writer);
            writer.WriteEndArray();
            writer.WriteString("type", name);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private InBoundMeta Meta(App app, PushType type)
    {
        var meta = new InBoundMeta { Domain = options.Value.Domain, Server = options.Value.Server, AppId = app.Id };
        if (type != PushType.Statuses)
        {
            meta.AppCode = app.Queue;
            meta.AppType = app.AppType;
            meta.AppMode = WireNames.Parse<AppMode>(app.AppMode);
            meta.Debug = false;
        }

        return meta;
    }
}
