using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.Ids;
using MockMessaging.State;
using MockMessaging.Telemetry;
using MockMessaging.Webhooks;

namespace MockMessaging.Conversations;

/// <summary>Takes in what customers write: contact, session, message, and the pushes that tell of them.</summary>
internal sealed class InboundReceiver(SessionLifecycle sessions, PushBuilder pushes, Instruments instruments)
{
    /// <summary>Stores a customer's message and pushes it to the app in charge; a new conversation starts with the given app.</summary>
    public Push Receive(WorkspaceTransaction transaction, App app, CustomerMessage given)
    {
        var channel = ChannelOf(transaction.State, given.ChannelId);
        var address = AddressOf(transaction, channel, given.From);
        CapacityCheck.EnsureMessage(transaction.State);
        var contact = ContactBook.GetOrAdd(transaction, channel, address);
        return Receive(transaction, app, contact, given);
    }

    /// <summary>The same for a contact that is known, by itself and not on somebody's call: where there is no room, it tells the live feed.</summary>
    /// <returns>Why it was left out; none where it came in.</returns>
    public string? ReceiveUnasked(WorkspaceTransaction transaction, App app, Contact contact, CustomerMessage given)
    {
        if (CapacityCheck.LacksMessage(transaction.State) is { } reason)
        {
            transaction.Tell(WorkspaceEventKind.LeftOut, contact, word: reason);
            return reason;
        }

        Receive(transaction, app, contact, given);
        return null;
    }

    private Push Receive(WorkspaceTransaction transaction, App app, Contact contact, CustomerMessage given)
    {
        var session = sessions.Current(contact, transaction.Now);
        if (session is null)
        {
            session = sessions.Open(transaction, contact, app);
            sessions.AnnounceStart(transaction, session);
        }

        var id = transaction.NextId();
        var content = new InboundComposer(transaction, given).Compose(id, session);
        var message = new Message
        {
            Id = id,
            IsInbound = true,
            Session = session,
            App = transaction.State.AppOfQueue(session.Queue),
            Type = content.Type,
            AcceptedAt = transaction.Now,
            Body = content.Body,
            Details = content.Cards is { } cards ? new MessageDetails { Cards = cards } : null,
        };
        transaction.Save(message);
        transaction.State.Add(message);
        transaction.Tell(WorkspaceEventKind.Inbound, message);
        HeedStopWords(transaction, contact, content);
        if (instruments.Received.Enabled)
        {
            instruments.Received.Add(1, new("message.type", message.Type), new("channel.type", contact.ChannelType));
        }

        return pushes.Message(transaction, message.App, message);
    }

    private static void HeedStopWords(WorkspaceTransaction transaction, Contact contact, InboundContent content)
    {
        if (contact.ContactType == ContactType.Sms
            && content.Type == MessageTypes.Text
            && StopWords.In(content.Text) is { } stops
            && stops != contact.StoppedAt is not null)
        {
            contact.StoppedAt = stops ? transaction.Now : null;
            transaction.Save(contact);
        }
    }

    /// <summary>Makes up customers who write by themselves from now on.</summary>
    public Traffic StartTraffic(WorkspaceTransaction transaction, App app, string? channelId, int contacts, double perMinute, long untilMs)
    {
        var channel = ChannelOf(transaction.State, channelId);
        CapacityCheck.EnsureContacts(transaction.State, contacts);
        var ids = Enumerable.Range(0, contacts).Select(_ => ContactBook.GetOrAdd(transaction, channel, AddressOf(transaction, channel, null)).Id).ToList();
        var traffic = new Traffic(ids, untilMs, transaction.Trace);
        transaction.State.Traffics.Add(traffic);
        transaction.Timers.Add(TrafficTimer.First(transaction, this, traffic, app, perMinute));
        return traffic;
    }

    private static Channel ChannelOf(WorkspaceState state, string? channelId) =>
        string.IsNullOrEmpty(channelId)
            ? state.Channels.First(channel => !channel.Disabled)
            : state.FindChannel(channelId) ?? throw ErrorCatalog.ChannelNotFound(channelId);

    private static ContactAddress AddressOf(WorkspaceTransaction transaction, Channel channel, CustomerAddress? from)
    {
        var phone = from?.Phone;
        var email = from?.Email;
        var csid = from?.Csid;
        var name = from?.Name;
        var someoneIsNamed = new[] { from?.ContactId, phone, email, csid }.Any(part => !string.IsNullOrWhiteSpace(part));
        if (!someoneIsNamed)
        {
            var roll = transaction.NextRoll();
            var customer = transaction.State.People.Customer(roll);
            (phone, email, csid, name) = (customer.Phone, customer.Email, $"{SeededRandom.Roll(transaction.State.Seed, roll) >> 14}", name ?? customer.Name);
        }

        return ContactAddress.Of(channel, from?.ContactId, phone, email, name, csid);
    }
}
