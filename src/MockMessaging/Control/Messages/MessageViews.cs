using MockMessaging.Contract;
using MockMessaging.Delivery;
using MockMessaging.Events;
using MockMessaging.Sessions;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>Makes views of messages.</summary>
internal static class MessageViews
{
    public static MessageView Of(Message message)
    {
        var row = SessionTranscript.RowOf(message);
        return new MessageView(
            message.Id.ToString(),
            message.IsInbound ? "inbound" : "outbound",
            message.Type,
            message.Contact.ChannelId,
            message.Contact.Id,
            message.Session.Id,
            message.App?.Queue,
            row.Text,
            message.Details?.TemplateCode,
            message.Plan?.Outcome,
            WireNames.Of(message.Status),
            Instants.Of(message.AcceptedAt))
        {
            Content = MessageContents.Of(row),
        };
    }

    public static MessageDetail Detail(WorkspaceState state, Message message, RequestJournal journal)
    {
        var view = Of(message);
        return new MessageDetail(view)
        {
            Body = Bodies.ReadForeign(message.Body, out _),
            Logs = [.. message.Logs()],
            Request = journal.Find(message) is { } request ? MessageRequest.Of(request) : null,
            Media = message.Details?.Fetches is { } fetches ? [.. fetches.Select(MediaFetchView.Of)] : null,
            MediaWarnings = ProviderRules.OfFetched(state, message) is { Count: > 0 } broken ? [.. broken.Select(found => found.Problem)] : null,
            Sms = message.Contact.ContactType == ContactType.Sms && view.Text is { Length: > 0 } text ? SmsView.Of(SmsText.Of(text)) : null,
            Timeline = [.. Statuses(message).Concat(Pushes(state, message)).Concat(Due(message)).OrderBy(entry => entry.At)],
        };
    }

    /// <summary>The planned steps that have not happened yet.</summary>
    public static IEnumerable<TimelineEntry> Due(Message message)
    {
        for (var stage = message.Fired; stage < message.StageCount; stage++)
        {
            var planned = message.Plan!.Stages[stage];
            yield return new TimelineEntry(
                Instants.Of(message.AcceptedAt + planned.OffsetMs), "due", planned.Status is { } status ? WireNames.Of(status) : null, Detail: planned.Reply is null ? null : "the customer replies");
        }
    }

    private static IEnumerable<TimelineEntry> Statuses(Message message) =>
        message.Changes().Select(change => new TimelineEntry(Instants.Of(change.AtMs), "status", WireNames.Of(change.Status)));

    private static IEnumerable<TimelineEntry> Pushes(WorkspaceState state, Message message)
    {
        foreach (var push in state.Pushes.Items.Where(push => push.Message == message))
        {
            var detail = push.SkippedBecause ?? (push.Fault is null ? null : $"hit by fault '{push.Fault}'");
            yield return new TimelineEntry(Instants.Of(push.CreatedAt), "push", push.Subject, push.Id.ToString(), Detail: detail);
            foreach (var attempt in push.Attempts)
            {
                yield return new TimelineEntry(Instants.Of(attempt.AtMs), "attempt", push.Subject, push.Id.ToString(), attempt.Status, attempt.Cause);
            }
        }
    }
}
