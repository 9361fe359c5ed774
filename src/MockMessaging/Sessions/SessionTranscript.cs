using MockMessaging.Contract;
using MockMessaging.Time;
using MockMessaging.Workspaces;

namespace MockMessaging.Sessions;

/// <summary>Tells a session's messages in order.</summary>
internal static class SessionTranscript
{
    public static IReadOnlyList<ChatMessageDTO> Of(Session session)
    {
        var rows = new List<(DueOrder Place, ChatMessageDTO Row)>(session.Messages.Count + session.Entries.Count);
        long? lastInbound = null;
        foreach (var message in session.Messages)
        {
            var row = message.IsInbound ? InboundRow.Of(message) : OutboundRow.Of(message);
            Complete(row, message, lastInbound);
            rows.Add((new DueOrder(message.AcceptedAt, message.StoreId, 0), row));
            lastInbound = message.IsInbound ? message.AcceptedAt : lastInbound;
        }

        rows.AddRange(session.Entries.Select(entry => (new DueOrder(entry.At, entry.StoreId, 0), EntryRow.Of(session, entry))));
        return [.. rows.OrderBy(row => row.Place).Select(row => row.Row)];
    }

    private static void Complete(ChatMessageDTO row, Message message, long? lastInbound)
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
            row.Meta["sendType"] = lastInbound is { } last && message.AcceptedAt - last < Contact.CareWindowMs ? "SM" : "PM";
            row.Meta["composeType"] = lastInbound is null ? "N" : (string?)row.Meta["sendType"] == "SM" ? "R" : "P";
        }
    }
}
