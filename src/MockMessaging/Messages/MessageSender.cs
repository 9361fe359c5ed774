using MockMessaging.Contract;
using MockMessaging.Conversations;
using MockMessaging.Delivery;
using MockMessaging.Errors;
using MockMessaging.Fidelity;
using MockMessaging.Templates;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging.Messages;

/// <summary>Accepts a message: checks it, links it to contact and session, stores it with its plan, and gives the receipt.</summary>
internal sealed class MessageSender(SessionDesk sessions, TemplateDesk templates, Ladder ladder, PushLanes lanes, SessionsOptions sessionRules, WebhooksOptions webhooks)
{
    /// <exception cref="ApiException">The first thing wrong with it, or 503 when the app's receiver is too far behind.</exception>
    public OutBoundReciept Send(WorkspaceTransaction transaction, Workspace workspace, App app, OutBoundMsg request, byte[] body)
    {
        var channel = MessageValidator.Check(transaction.State, request);
        var address = AddressOf(channel, request, transaction.State.Fidelity);
        EnsureReceiverKeepsUp(workspace, app);
        var message = address is null
            ? Repeat(transaction, app, transaction.State.FindMessage(request.MessageIdResend!)!)
            : Accept(transaction, app, channel, address, request, body);
        transaction.Save(message);
        transaction.State.Add(message);
        ladder.Continue(transaction, message, transaction.Gate);
        return new OutBoundReciept
        {
            Id = message.Id.ToString(),
            Type = "O",
            TemplateCode = message.Details?.TemplateCode,
            TemplateId = message.Details?.TemplateId,
        };
    }

    /// <summary>Whom it is for; none where an earlier message is repeated, which goes where it went before.</summary>
    private static ContactAddress? AddressOf(Channel channel, OutBoundMsg request, FidelityProfile profile)
    {
        if (request.MessageIdResend is { Length: > 0 })
        {
            return null;
        }

        var to = request.To ?? throw profile.ReceiverMissing();
        return ContactAddress.Of(channel, to.ContactId, to.Phone, to.Email, to.Name);
    }

    private void EnsureReceiverKeepsUp(Workspace workspace, App app)
    {
        if (lanes.Pending(workspace, app) >= webhooks.MaxPending)
        {
            throw ErrorCatalog.Busy(
                $"{webhooks.MaxPending} pushes wait for the receiver of client app '{app.Queue}' (Webhooks:MaxPending); GET /_sandbox/webhooks says why it is behind.");
        }
    }

    private Message Accept(WorkspaceTransaction transaction, App app, Channel channel, ContactAddress address, OutBoundMsg request, byte[] body)
    {
        var contact = ContactBook.GetOrAdd(transaction, channel, address);
        var session = sessions.Current(contact, transaction.Now) ?? sessions.Open(transaction, contact, app);
        var details = address.Name is null || address.Name == contact.Name ? null : new MessageDetails { Name = address.Name };
        var plan = ladder.PlanFor(contact.Phone ?? contact.Csid);
        if (request is { Type: OutBoundMsgType.Template, Template: { } wanted })
        {
            details ??= new MessageDetails();
            plan = Prepare(transaction, contact, wanted, details) ? plan : ladder.PlanToRefuse();
        }

        else if (IsRefusedOutsideWindow(transaction, contact))
        {
            plan = ladder.PlanOutsideWindow();
        }

        if (request.Type is OutBoundMsgType.Optin)
        {
            contact.OptInAt = transaction.Now;
            transaction.Save(contact);
        }

        return new Message
        {
            Id = transaction.NextId(),
            IsInbound = false,
            Session = session,
            App = app,
            Type = WireNames.Of(request.Type!.Value),
            AcceptedAt = transaction.Now,
            Body = body,
            Plan = plan,
            Details = details,
        };
    }

    private bool IsRefusedOutsideWindow(WorkspaceTransaction transaction, Contact contact) =>
        contact.ContactType == ContactType.WhatsApp
        && !contact.IsInCareWindow(transaction.Now)
        && (transaction.State.CareWindow ?? sessionRules.CareWindow ?? transaction.State.Fidelity.EnforcesCareWindow);

    private bool Prepare(WorkspaceTransaction transaction, Contact contact, CommonTemplateMeta wanted, MessageDetails details)
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

        return outcome.Refusal is null;
    }

    /// <summary>A copy of an earlier message to the same contact; nothing else of the request is looked at.</summary>
    private Message Repeat(WorkspaceTransaction transaction, App app, Message earlier) => new()
    {
        Id = transaction.NextId(),
        IsInbound = false,
        Session = sessions.Current(earlier.Contact, transaction.Now) ?? sessions.Open(transaction, earlier.Contact, app),
        App = app,
        Type = earlier.Type,
        AcceptedAt = transaction.Now,
        Body = earlier.Body,
        Plan = ladder.PlanFor(earlier.Contact.Phone ?? earlier.Contact.Csid),
        Details = new MessageDetails
        {
            ResendOf = earlier.Id.ToString(),
            Name = earlier.Details?.Name,
            TemplateId = earlier.Details?.TemplateId,
            TemplateCode = earlier.Details?.TemplateCode,
            RenderedText = earlier.Details?.RenderedText,
            FromTemplate = earlier.Details?.FromTemplate,
        },
    };
}
