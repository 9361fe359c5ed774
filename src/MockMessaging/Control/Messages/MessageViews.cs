using MockMessaging.Contract;
using MockMessaging.Sessions;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>Messages as the control plane shows them.</summary>
internal static class MessageViews
{
    public static MessageView Of(Message message) => new(
        message.Id.ToString(),
        message.IsInbound ? "inbound" : "outbound",
        message.Type,
        message.Contact.ChannelId,
        message.Contact.Id,
        message.Session.Id,
        message.App?.Queue,
        SessionTranscript.RowOf(message).Text,
        message.Details?.TemplateCode,
        message.Plan?.Outcome,
        WireNames.Of(message.Status),
        At(message.AcceptedAt));

    public static MessageDetail Detail(WorkspaceState state, Message message) => new(Of(message))
    {
        Body = Bodies.ReadForeign(message.Body, out _),
        Logs = [.. message.Logs()],
        Timeline = [.. Statuses(message).Concat(Pushes(state, message)).Concat(Due(message)).OrderBy(entry => entry.At)],
    };

    /// <summary>What a message still waits for, in words.</summary>
    public static IEnumerable<TimelineEntry> Due(Message message)
    {
        for (var stage = message.Fired; stage < message.Stages; stage++)
        {
            var planned = message.Plan!.Stages[stage];
            yield return new TimelineEntry(
                At(message.AcceptedAt + planned.OffsetMs), "due", planned.Status is { } status ? WireNames.Of(status) : null, Detail: planned.Reply is null ? null : "the customer answers");
        }
    }

    private static IEnumerable<TimelineEntry> Statuses(Message message) =>
        message.Changes().Select(change => new TimelineEntry(At(change.AtMs), "status", WireNames.Of(change.Status)));

    private static IEnumerable<TimelineEntry> Pushes(WorkspaceState state, Message message)
    {
        foreach (var push in state.Pushes.Items.Where(push => push.Message == message))
        {
            var detail = push.SkippedBecause ?? (push.Fault is null ? null : $"struck by fault '{push.Fault}'");
            yield return new TimelineEntry(At(push.CreatedAt), "push", push.Subject, push.Id.ToString(), Detail: detail);
            foreach (var attempt in push.Attempts)
            {
                yield return new TimelineEntry(At(attempt.AtMs), "attempt", push.Subject, push.Id.ToString(), attempt.Status, attempt.Cause);
            }
        }
    }

    private static DateTimeOffset At(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);
}
