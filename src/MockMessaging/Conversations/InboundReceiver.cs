using System.Globalization;
using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.Ids;
using MockMessaging.State;
using MockMessaging.Telemetry;
using MockMessaging.Webhooks;

namespace MockMessaging.Conversations;

/// <summary>Receives messages of customers: finds or creates contact and session, stores the message and pushes it.</summary>
internal sealed class InboundReceiver(SessionLifecycle sessions, PushBuilder pushes, MediaLinks media, Instruments instruments)
{
    /// <summary>Stores a customer's messages and pushes them to the app of the session's queue. A new session starts with the given app.</summary>
    /// <returns>The messages with their pushes; those that are pushed together have the same push.</returns>
    public IReadOnlyList<(Message Message, Push Push)> Receive(WorkspaceTransaction transaction, App app, CustomerMessage given)
    {
        foreach (var content in given.Contents)
        {
            MediaLinks.Check(transaction.State, content);
        }

        var channel = ChannelOf(transaction.State, given.ChannelId, given.From?.ContactId);
        var address = AddressOf(transaction, channel, given.From);
        CapacityCheck.EnsureMessages(transaction.State, given.Contents.Count * (given.Again is true ? 2 : 1));
        var contact = ContactBook.GetOrAdd(transaction, channel, address);
        var messages = given.Contents.Select(content => Store(transaction, app, contact, content)).ToList();
        if (given.Again is true)
        {
            messages = [.. messages.SelectMany(message => new[] { message, StoreAgain(transaction, message) })];
        }

        if (given.Together is true)
        {
            var push = pushes.Message(transaction, messages[0].App, messages[0], messages[1..]);
            return [.. messages.Select(message => (message, push))];
        }

        return [.. messages.Select(message => (message, pushes.Message(transaction, message.App, message)))];
    }

    /// <summary>Receives a message that no request caused. If a limit is reached, it raises an event instead of an error.</summary>
    /// <returns>Why the message was not received; null if it was.</returns>
    public string? ReceiveUnasked(WorkspaceTransaction transaction, App app, Contact contact, CustomerContent given)
    {
        if (CapacityCheck.LacksMessage(transaction.State) is { } reason)
        {
            transaction.AddEvent(WorkspaceEventKind.LeftOut, contact, detail: reason);
            return reason;
        }

        var message = Store(transaction, app, contact, given);
        pushes.Message(transaction, message.App, message);
        return null;
    }

    private Message Store(WorkspaceTransaction transaction, App app, Contact contact, CustomerContent given)
    {
        var session = sessions.Current(contact, transaction.Now);
        if (session is null)
        {
            session = sessions.Open(transaction, contact, app);
            sessions.AnnounceStart(transaction, session);
        }

        var id = transaction.NextId();
        var content = new InboundComposer(transaction, given, media).Compose(id, session);
        var message = new Message
        {
            Id = id,
            IsInbound = true,
            Session = session,
            App = transaction.State.AppOfQueue(session.Queue),
            Type = content.Type,
            AcceptedAt = transaction.Now,
            Body = content.Body,
            Details = content is { Cards: null, File: null } ? null : new MessageDetails { Cards = content.Cards, File = content.File },
        };
        Store(transaction, message);
        ApplyStopWords(transaction, contact, content);
        return message;
    }

    /// <summary>Stores what the channel delivers a second time: the vendor gives it another id.</summary>
    private Message StoreAgain(WorkspaceTransaction transaction, Message first)
    {
        var id = transaction.NextId();
        var message = new Message
        {
            Id = id,
            IsInbound = true,
            Session = first.Session,
            App = first.App,
            Type = first.Type,
            AcceptedAt = transaction.Now,
            Body = ItemWriter.WithId(first.Body, id.ToString()),
            Details = first.Details is { } details ? new MessageDetails { Cards = details.Cards, File = details.File } : null,
        };
        Store(transaction, message);
        return message;
    }

    private void Store(WorkspaceTransaction transaction, Message message)
    {
        transaction.Save(message);
        transaction.State.Add(message);
        transaction.AddEvent(WorkspaceEventKind.Inbound, message);
        if (instruments.Received.Enabled)
        {
            instruments.Received.Add(1, new("message.type", message.Type), new("channel.type", message.Contact.ChannelType));
        }
    }

    private static void ApplyStopWords(WorkspaceTransaction transaction, Contact contact, InboundContent content)
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

    /// <summary>Makes up customers who write by themselves until the given time.</summary>
    public Traffic StartTraffic(WorkspaceTransaction transaction, App app, string? channelId, int contacts, double perMinute, long untilMs)
    {
        var channel = ChannelOf(transaction.State, channelId);
        CapacityCheck.EnsureContacts(transaction.State, contacts);
        var ids = Enumerable.Range(0, contacts).Select(_ => ContactBook.GetOrAdd(transaction, channel, AddressOf(transaction, channel, null)).Id).ToList();
        var number = (++transaction.State.TrafficsStarted).ToString(CultureInfo.InvariantCulture);
        var traffic = new Traffic(number, channel.ChannelId, ids, perMinute, untilMs, transaction.Trace);
        transaction.State.Traffics.Add(traffic);
        transaction.AddEvent(WorkspaceEventKind.Traffic);
        transaction.Timers.Add(TrafficTimer.First(transaction, this, traffic, app));
        return traffic;
    }

    /// <summary>A channel by its id; without one, that of the contact, or the first that is not disabled.</summary>
    public static Channel ChannelOf(WorkspaceState state, string? channelId, string? contactId = null) =>
        string.IsNullOrEmpty(channelId)
            ? ChannelOfContact(state, contactId) ?? state.Channels.FirstOrDefault(channel => !channel.Disabled)
                ?? throw ErrorCatalog.Impossible("channelId", "channelId: every channel of the workspace is removed or disabled; PUT /_sandbox/channels/{id} adds one.")
            : state.FindChannel(channelId) ?? throw ErrorCatalog.Impossible(
                "channelId", $"channelId: there is no channel '{channelId}'{NearestName.DidYouMean(channelId, state.Channels.Select(channel => channel.ChannelId))}; GET /_sandbox/channels lists them.");

    /// <summary>The channel that a contact's id is made of; null if the id is not made of one.</summary>
    private static Channel? ChannelOfContact(WorkspaceState state, string? contactId)
    {
        if (string.IsNullOrWhiteSpace(contactId) || !contactId.Contains('_', StringComparison.Ordinal))
        {
            return null;
        }

        var known = state.Contacts.GetValueOrDefault(contactId);
        return (known is null ? state.Channels.FirstOrDefault(channel => IsOf(contactId, channel)) : state.FindChannel(known.ChannelId))
            ?? throw ErrorCatalog.Impossible("from.contactId", $"from.contactId: there is no channel of the contact '{contactId}', whose id ends with the account of its channel; GET /_sandbox/channels lists them.");
    }

    private static bool IsOf(string contactId, Channel channel) =>
        contactId.StartsWith(ChannelTypes.PrefixOf(channel.ContactType), StringComparison.Ordinal) && contactId.EndsWith("_" + channel.Lane, StringComparison.Ordinal);

    /// <summary>The address of a customer on a channel; a made-up one if none is given.</summary>
    public static ContactAddress AddressOf(WorkspaceTransaction transaction, Channel channel, CustomerAddress? from)
    {
        var (phone, email, csid, name) = (from?.Phone, from?.Email, from?.Csid, from?.Name);
        if (new[] { from?.ContactId, phone, email, csid }.All(string.IsNullOrWhiteSpace))
        {
            var roll = transaction.NextRandomIndex();
            var customer = transaction.State.People.Customer(roll);
            (phone, email, csid, name) = (customer.Phone, customer.Email, $"{SeededRandom.Roll(transaction.State.Seed, roll) >> 14}", name ?? customer.Name);
        }

        return ContactAddress.Of(channel, from?.ContactId, phone, email, name, csid, "from");
    }
}

/// <summary>Words with which a customer stops and starts messages on SMS. Carriers obey them; on other channels they are plain text.</summary>
internal static class StopWords
{
    private static readonly string[] Stop = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"];

    private static readonly string[] Start = ["START", "YES", "UNSTOP"];

    /// <summary>True if a text stops messages, false if it starts them again, null for any other text.</summary>
    public static bool? In(string? text) => Contains(Stop, text) ? true : Contains(Start, text) ? false : null;

    private static bool Contains(string[] words, string? text) => words.Contains(text?.Trim(), StringComparer.OrdinalIgnoreCase);
}
