using MockMessaging.Contract;
using MockMessaging.State;
using MockMessaging.Time;

namespace MockMessaging.Sessions;

/// <summary>Tells a session's messages in order.</summary>
internal static class SessionTranscript
{
    public static IReadOnlyList<ChatMessageDTO> Of(Session session)
    {
        var rows = new List<(DueOrder Place, ChatMessageDTO Row)>(session.Messages.Count + session.Entries.Count);
        foreach (var message in session.Messages)
        {
            rows.Add((new DueOrder(message.AcceptedAt, message.StoreId, 0), RowOf(message)));
        }

        rows.AddRange(session.Entries.Select(entry => (new DueOrder(entry.At, entry.StoreId, 0), EntryRow.Of(session, entry))));
        return [.. rows.OrderBy(row => row.Place).Select(row => row.Row)];
    }

    /// <summary>One message alone.</summary>
    public static ChatMessageDTO RowOf(Message message)
    {
        var row = message.IsInbound ? InboundRow.Of(message) : OutboundRow.Of(message);
        Complete(row, message);
        return row;
    }

    private static void Complete(ChatMessageDTO row, Message message)
    {
        row.MessageId = message.Id.ToString();
        row.MessageIdExt = message.ExternalId;
        row.SessionId = message.Session.Id;
        row.Timestamp = message.AcceptedAt;
        row.Type = message.IsInbound ? "I" : "O";
        row.Status = WireNames.Of(message.Status);
        row.Stamps = message.Changes().GroupBy(change => WireNames.Of(change.Status)).ToDictionary(group => group.Key, group => group.First().AtMs);
        row.Logs = [.. message.Logs().Select(line => (System.Text.Json.Nodes.JsonNode?)line)];
        row.Contact = ContactRow.Of(message.Contact);
        row.Meta = new System.Text.Json.Nodes.JsonObject { ["channelId"] = message.Contact.ChannelId };
        if (!message.IsInbound)
        {
            row.Meta["sendType"] = message.ContactWroteAt is { } last && message.AcceptedAt - last < Contact.CareWindowMs ? "SM" : "PM";
            row.Meta["composeType"] = message.ContactWroteAt is null ? "N" : (string?)row.Meta["sendType"] == "SM" ? "R" : "P";
        }
    }
}
