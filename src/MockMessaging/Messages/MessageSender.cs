using System.Text.Json;
using MockMessaging.Contract;
using MockMessaging.Conversations;
using MockMessaging.Delivery;
using MockMessaging.Errors;
using MockMessaging.Faults;
using MockMessaging.Fidelity;
using MockMessaging.State;
using MockMessaging.Telemetry;
using MockMessaging.Templates;
using MockMessaging.Webhooks;

namespace MockMessaging.Messages;

/// <summary>An accepted message, its receipt, the push that a fault sends before the response, and warnings about the content.</summary>
internal sealed record SentMessage(Message Message, OutBoundReciept Receipt, Push? AheadOfResponse, IReadOnlyList<string> Warnings);

/// <summary>Accepts messages: checks a message, finds or creates contact and session, stores the message with its plan, and returns the receipt.</summary>
internal sealed class MessageSender(SessionLifecycle sessions, TemplatePreparation templates, PlanChooser plans, StatusLadder ladder, MediaFetcher media, WebhooksOptions webhooks, Instruments instruments)
{
    /// <exception cref="ApiException">The first error in the message; 503 if the workspace or the memory is full, or too many pushes wait for the app's receiver.</exception>
    public SentMessage Send(WorkspaceTransaction transaction, App app, OutBoundMsg request, byte[] body)
    {
        var channel = MessageValidator.Check(transaction.State, request);
        var address = AddressOf(channel, request, body, transaction.State.Fidelity);
        EnsureReceiverKeepsUp(app);
        CapacityCheck.EnsureMessage(transaction.State);
        var warnings = new List<string>();
        var message = address is null
            ? Repeat(transaction, app, transaction.State.FindMessage(request.MessageIdResend!)!, warnings)
            : Accept(transaction, app, channel, address, request, body, warnings);
        if (transaction.Trace is { } trace)
        {
            (message.Details ??= new MessageDetails()).Trace = trace;
        }

        media.Mark(message);
        transaction.Save(message);
        transaction.State.Add(message);
        transaction.AddEvent(WorkspaceEventKind.Sent, message);
        Count(message);
        var receipt = new OutBoundReciept
        {
            Id = message.Id.ToString(),
            Type = "O",
            TemplateCode = message.Details?.TemplateCode,
            TemplateId = message.Details?.TemplateId,
        };
        if (transaction.State.Faults.Count > 0 && FindFaultBeforeResponse(transaction, message) is { } fault)
        {
            message.Details?.Fetches = null;
            var ahead = ladder.Fire(transaction, message, 0, null);
            ahead?.Fault = fault.Name;
            return new SentMessage(message, receipt, ahead, warnings);
        }

        ladder.Continue(transaction, message, transaction.Gate);
        return new SentMessage(message, receipt, null, warnings);
    }

    private void Count(Message message)
    {
        if (instruments.Accepted.Enabled)
        {
            instruments.Accepted.Add(
                1,
                new("message.type", message.Type),
                new("channel.type", message.Contact.ChannelType),
                new("outcome", message.Plan!.Outcome));
        }
    }

    /// <summary>The fault that sends the first status before the response; null if there is none.</summary>
    private static Fault? FindFaultBeforeResponse(WorkspaceTransaction transaction, Message message) =>
        FaultTable.FindHit(transaction, fault => fault.Effect.BeforeTheAnswer && fault.Target.Fits(PushType.Statuses, null, message.Contact.Id));

    /// <summary>The receiver; null for a repeated message, which goes to the receiver of the earlier one.</summary>
    private static ContactAddress? AddressOf(Channel channel, OutBoundMsg request, byte[] body, FidelityProfile profile)
    {
        if (request.MessageIdResend is { Length: > 0 })
        {
            return null;
        }

        var to = request.To ?? throw profile.ReceiverMissing();
        return ContactAddress.Of(channel, to.ContactId, to.Phone, to.Email, to.Name, ContactAddress.NeedsCsid(channel) ? UndocumentedCsid(body) : null);
    }

    /// <summary>The account of a social channel, which the live service reads from <c>to</c> although the document does not list it.</summary>
    private static string? UndocumentedCsid(byte[] body)
    {
        using var request = JsonDocument.Parse(body);
        return request.RootElement.GetProperty("to").TryGetProperty("csid", out var csid) && csid.ValueKind == JsonValueKind.String ? csid.GetString() : null;
    }

    private void EnsureReceiverKeepsUp(App app)
    {
        if (app.Backlog.Pending >= webhooks.MaxPending)
        {
            throw ErrorCatalog.Busy(
                $"{webhooks.MaxPending} pushes wait for the receiver of client app '{app.Queue}' (Webhooks:MaxPending); GET /_sandbox/webhooks says why.");
        }
    }

    private Message Accept(
        WorkspaceTransaction transaction, App app, Channel channel, ContactAddress address, OutBoundMsg request, byte[] body, List<string> warnings)
    {
        var contact = ContactBook.GetOrAdd(transaction, channel, address);
        var session = SessionFor(transaction, contact, app);
        var details = address.Name is null || address.Name == contact.Name ? null : new MessageDetails { Name = address.Name };
        var type = MessageTypes.NameOf(request.Type!);
        TemplateOutcome? filled = null;
        if (type == MessageTypes.Template && request.Template is { } wanted)
        {
            details ??= new MessageDetails();
            filled = Prepare(transaction, contact, wanted, details);
        }

        var check = new ProviderCheck(transaction.State, contact, request, type)
        {
            Template = filled?.Template,
            TemplateCode = details?.TemplateCode,
            Text = details?.RenderedText ?? request.Text?.Body,
        };
        var reason = ProviderRules.Check(check, warnings);
        NoteConsent(transaction, contact, type);
        var plan = filled?.RefusedAs is { } status ? ladder.PlanToRefuse(transaction.State, status) : plans.Choose(transaction, check, reason);
        return NewMessage(transaction, session, app, type, body, plan, details);
    }

    private static void NoteConsent(WorkspaceTransaction transaction, Contact contact, string type)
    {
        if (type is MessageTypes.Optin or MessageTypes.Optout)
        {
            contact.OptInAt = type == MessageTypes.Optin ? transaction.Now : contact.OptInAt;
            contact.OptedOutAt = type == MessageTypes.Optin ? null : transaction.Now;
            transaction.Save(contact);
        }
    }

    private static Message NewMessage(WorkspaceTransaction transaction, Session session, App app, string type, byte[] body, DeliveryPlan plan, MessageDetails? details) => new()
    {
        Id = transaction.NextId(),
        IsInbound = false,
        Session = session,
        App = app,
        Type = type,
        AcceptedAt = transaction.Now,
        ContactWroteAt = session.Contact.LastInboundAt,
        Body = body,
        Plan = plan,
        Details = details,
    };

    private TemplateOutcome Prepare(WorkspaceTransaction transaction, Contact contact, CommonTemplateMeta wanted, MessageDetails details)
    {
        var outcome = templates.Prepare(transaction.State, wanted, contact, details.Name, transaction.Now);
        details.TemplateId = outcome.Template?.Id ?? wanted.Id;
        details.TemplateCode = outcome.Template?.Code ?? wanted.Code;
        details.RenderedText = outcome.Text;
        details.FromTemplate = outcome.Extras;
        if (outcome.Refusal is { } reason)
        {
            details.Logs = [reason];
        }

        return outcome;
    }

    /// <summary>A copy of an earlier message to the same contact. The rest of the request is ignored.</summary>
    private Message Repeat(WorkspaceTransaction transaction, App app, Message earlier, List<string> warnings)
    {
        var details = new MessageDetails
        {
            ResendOf = earlier.Id.ToString(),
            Name = earlier.Details?.Name,
            TemplateId = earlier.Details?.TemplateId,
            TemplateCode = earlier.Details?.TemplateCode,
            RenderedText = earlier.Details?.RenderedText,
            FromTemplate = earlier.Details?.FromTemplate,
        };
        var plan = earlier.Plan!;
        if (StatusLadder.IsRefusal(plan))
        {
            details.Logs = earlier.Details?.Logs;
        }
        else
        {
            var request = JsonSerializer.Deserialize(earlier.Body, ContractJsonOptions.Request.TypeInfo<OutBoundMsg>()) ?? new OutBoundMsg();
            var check = new ProviderCheck(transaction.State, earlier.Contact, request, earlier.Type)
            {
                Template = transaction.State.Templates.FirstOrDefault(template => template.Id == details.TemplateId),
                TemplateCode = details.TemplateCode,
                Text = details.RenderedText ?? request.Text?.Body,
            };
            plan = plans.Choose(transaction, check, ProviderRules.Check(check, warnings));
        }

        return NewMessage(transaction, SessionFor(transaction, earlier.Contact, app), app, earlier.Type, earlier.Body, plan, details);
    }

    private Session SessionFor(WorkspaceTransaction transaction, Contact contact, App app) =>
        sessions.Current(contact, transaction.Now) ?? sessions.Open(transaction, contact, app);
}
