using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.State;
using MockMessaging.Time;

namespace MockMessaging.Sessions;

/// <summary>The messages, actions and notes of a session, in order.</summary>
internal static class SessionTranscript
{
    public static IReadOnlyList<ChatMessageDTO> Of(Session session)
    {
        var rows = session.Messages.Select(message => (Place: new DueOrder(message.AcceptedAt, message.StoreId, 0), Row: RowOf(message)))
            .Concat(session.Entries.Select(entry => (Place: new DueOrder(entry.At, entry.StoreId, 0), Row: RowOf(session, entry))));
        return [.. rows.OrderBy(row => row.Place).Select(row => row.Row)];
    }

    public static ChatMessageDTO RowOf(Message message)
    {
        var row = message.IsInbound ? InboundRow.Of(message) : OutboundRow.Of(message);
        row.MessageId = message.Id.ToString();
        row.MessageIdExt = message.ExternalId;
        row.SessionId = message.Session.Id;
        row.Timestamp = message.AcceptedAt;
        row.Type = message.IsInbound ? "I" : "O";
        row.Status = WireNames.Of(message.Status);
        row.Stamps = message.Changes().GroupBy(change => WireNames.Of(change.Status)).ToDictionary(group => group.Key, group => group.First().AtMs);
        row.Logs = [.. message.Logs().Select(line => (JsonNode?)line)];
        row.Contact = ContactOf(message.Contact);
        row.Meta = new JsonObject { ["channelId"] = message.Contact.ChannelId };
        if (!message.IsInbound)
        {
            var inCareWindow = message.ContactWroteAt is { } last && message.AcceptedAt - last < Contact.CareWindowMs;
            row.Meta["sendType"] = inCareWindow ? "SM" : "PM";
            row.Meta["composeType"] = message.ContactWroteAt is null ? "N" : inCareWindow ? "R" : "P";
        }

        return row;
    }

    private static ChatMessageDTO RowOf(Session session, SessionEntry entry) => new()
    {
        Type = entry.Action is null ? "N" : "A",
        Action = entry.Action,
        Text = entry.Text,
        Name = entry.By,
        Sender = entry.By,
        MessageId = entry.Id,
        SessionId = session.Id,
        Timestamp = entry.At,
        Contact = ContactOf(session.Contact),
    };

    private static ContactDTO ContactOf(Contact contact) => new()
    {
        ContactId = contact.Id,
        ContactType = WireNames.Of(contact.ContactType),
        ChannelType = contact.ChannelType,
        Csid = contact.Csid,
        Lane = contact.Lane,
        Name = contact.Name,
        Phone = contact.Phone,
        Email = contact.Email,
        Prefix = ChannelTypes.PrefixOf(contact.ContactType),
        CreatedStamp = contact.CreatedAt,
        FirstInBoundStamp = contact.FirstInboundAt,
        LastInBoundStamp = contact.LastInboundAt,
        FirstOutBoundStamp = contact.FirstOutboundAt,
        LastOutBoundStamp = contact.LastOutboundAt,
        LastOptInStamp = contact.OptInAt,
        Profile = contact.Business is { } known
            ? new ChatProfileDTO { ContactId = contact.Id, ProfileId = known.ProfileId, Name = known.Name, Email = known.Email, Mobile = known.Phone, Labels = known.Labels }
            : null,
        SessionId = contact.Session?.Id,
    };
}
