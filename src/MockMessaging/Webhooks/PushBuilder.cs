using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using MockMessaging.Contract;
using MockMessaging.Fidelity;
using MockMessaging.State;

namespace MockMessaging.Webhooks;

/// <summary>Creates pushes; <see cref="PushWrapper"/> writes their bodies. A body never changes afterwards.</summary>
internal sealed class PushBuilder(WebhooksOptions options)
{
    /// <summary>Event code of a closed session.</summary>
    public const string ClosedCode = "SESSION_CLOSED";

    /// <summary>An inbound message, or several of one contact, for the app that owns its session's queue.</summary>
    public Push Message(WorkspaceTransaction transaction, App? app, Message message, IReadOnlyList<Message>? others = null) =>
        Add(
            transaction,
            app,
            PushType.Messages,
            message.Contact,
            message,
            message.Type,
            transaction.Gate,
            WantsMessages(app) ? new MessageWrapper(options, app, transaction.State.Fidelity, [message, .. others ?? []]) : null,
            others: others);

    /// <summary>A provider's report on an outbound message, for the app that sent it.</summary>
    public Push Status(WorkspaceTransaction transaction, Message message, PushedStatus status, long atMs, ReportError? error, ResponseGate? gate, int? stage = null, bool isAgain = false) =>
        Add(
            transaction,
            message.App,
            PushType.Statuses,
            message.Contact,
            message,
            WireNames.Of(status),
            gate,
            message.App is { IsWebhookApp: true } app ? new StatusWrapper(options, app, transaction.State.Fidelity, message, status, atMs, error) : null,
            stage,
            isAgain);

    /// <summary>A session event, for the app it concerns.</summary>
    public void Event(WorkspaceTransaction transaction, App? app, Session session, InBoundEvent happened)
    {
        transaction.AddEvent(WorkspaceEventKind.Session, session, detail: happened.EventCode);
        var isWanted = IsReport(PushType.Events, happened.EventCode) ? app is { IsWebhookApp: true } : WantsMessages(app);
        var wrapper = isWanted ? new EventWrapper(options, app!, transaction.State.Fidelity, session.Contact, happened) : null;
        Add(transaction, app, PushType.Events, session.Contact, null, happened.EventCode!, transaction.Gate, wrapper);
    }

    /// <summary>Sends a contact/info request to the business, if Webhooks:ContactInfoUrl is set.</summary>
    public void ContactInfo(WorkspaceTransaction transaction, Contact contact)
    {
        if (!string.IsNullOrEmpty(options.ContactInfoUrl))
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(ContactShapes.Pushed(contact), ContractJsonOptions.Sparse.TypeInfo<InBoundContact>());
            var call = ContactInfoCall(transaction, contact.Id, body, transaction.Gate, WhyBacklogFull(transaction.State.ContactInfoCalls));
            if (call.State == PushState.Pending)
            {
                transaction.Pushes.Add(call);
            }
        }
    }

    /// <summary>Records a contact/info request without queueing it; the caller sends it.</summary>
    public Push ContactInfoCall(WorkspaceTransaction transaction, string contactId, byte[] body, ResponseGate? gate, string? skipped = null)
    {
        var push = WithBody(transaction, null, options.ContactInfoUrl!, PushType.ContactInfo, "contact/info", contactId, body, skipped, gate);
        Remember(transaction, push);
        return push;
    }

    /// <summary>A body that a test made up, as it is.</summary>
    public Push Raw(WorkspaceTransaction transaction, App app, string contactId, byte[] body)
    {
        var skipped = app.WhyNotPushed(isReport: false) ?? WhyBacklogFull(app.Backlog);
        var push = WithBody(transaction, app, app.Webhook, PushType.Raw, "raw", contactId, body, skipped, gate: null);
        Remember(transaction, push);
        if (skipped is null)
        {
            transaction.Pushes.Add(push);
        }

        return push;
    }

    /// <summary>The same content again, to the URL registered now.</summary>
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
            Others = original.Others,
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

    /// <summary>A wrapper without contact and item, for a connectivity check.</summary>
    public byte[] Empty(App app, FidelityProfile profile) => new PushWrapper(options, app, profile, PushType.Messages, null).ToBytes();

    /// <summary>Statuses and closed sessions are only for apps of type WEBHOOK; all else is for every app of mode WEBHOOK.</summary>
    private static bool IsReport(PushType type, string? subject) => type == PushType.Statuses || (type == PushType.Events && subject == ClosedCode);

    /// <summary>The content is also for the outbox, which only an app of type WEBHOOK has without a webhook.</summary>
    private static bool WantsMessages([NotNullWhen(true)] App? app) => app is not null && (app.IsWebhookApp || app is { TakesMessages: true, Webhook.Length: > 0 });

    private static void Remember(WorkspaceTransaction transaction, Push push)
    {
        transaction.State.Pushes.Add(push);
        if (push.State == PushState.Pending)
        {
            transaction.State.BacklogOf(push).Begin();
            if (push.Stage is null)
            {
                transaction.Save(push);
            }
            else
            {
                transaction.State.Unstored.Begin(transaction, push);
            }
        }
    }

    /// <summary>
    /// message/send is refused at MaxPending. Earlier messages still cause pushes, above all when the clock jumps by days, so those are bounded too.
    /// </summary>
    private string? WhyBacklogFull(PushBacklog backlog)
    {
        if (backlog.Pending < 2L * options.MaxPending)
        {
            return null;
        }

        backlog.TurnAway();
        return $"Twice Webhooks:MaxPending, {2L * options.MaxPending} pushes, waited for this receiver; POST /_sandbox/webhooks/{{id}}/replay sends it.";
    }

    private Push Add(
        WorkspaceTransaction transaction, App? app, PushType type, Contact contact, Message? message, string subject, ResponseGate? gate, PushWrapper? wrapper, int? stage = null, bool isAgain = false,
        IReadOnlyList<Message>? others = null)
    {
        var skipped = app is null ? "The session's queue belongs to no client app." : app.WhyNotPushed(IsReport(type, subject)) ?? (isAgain ? null : WhyBacklogFull(app.Backlog));
        if (skipped is not null && stage is not null && app?.WhyNotPushed(IsReport(type, subject)) is null && app is not null)
        {
            // A restart would make it, if it went on from an earlier one.
            transaction.State.Unstored.StoreAll(transaction);
        }

        var push = new Push
        {
            Id = transaction.NextId(),
            App = app,
            Url = app?.Webhook ?? "",
            Type = type,
            ContactId = contact.Id,
            Message = message,
            Others = others ?? [],
            Subject = subject,
            Body = skipped is null ? wrapper!.ToBytes() : [],
            Content = skipped is null ? null : wrapper,
            CreatedAt = stage is null ? transaction.Now : message!.DueOf(stage.Value).DueMs,
            State = skipped is null ? PushState.Pending : PushState.Skipped,
            SkippedBecause = skipped,
            Trace = transaction.Trace,
            Gate = gate,
            Stage = (byte?)stage,
        };
        Remember(transaction, push);
        if (skipped is null)
        {
            transaction.Pushes.Add(push);
        }

        return push;
    }

    private static Push WithBody(
        WorkspaceTransaction transaction, App? app, string url, PushType type, string subject, string contactId, byte[] body, string? skipped, ResponseGate? gate) => new()
        {
            Id = transaction.NextId(),
            App = app,
            Url = url,
            Type = type,
            ContactId = contactId,
            Subject = subject,
            Body = body,
            CreatedAt = transaction.Now,
            State = skipped is null ? PushState.Pending : PushState.Skipped,
            SkippedBecause = skipped,
            Trace = transaction.Trace,
            Gate = gate,
        };
}
