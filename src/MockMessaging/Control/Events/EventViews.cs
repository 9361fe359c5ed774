using MockMessaging.Contract;
using MockMessaging.Events;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

internal static class EventViews
{
    extension(EventView)
    {
        public static EventView Of(Workspace workspace, WorkspaceEvent happened)
        {
            var view = new EventView(happened.Kind.ToString().ToLowerInvariant(), Instants.Of(happened.AtMs));
            return happened.About switch
            {
                Message message => view with
                {
                    MessageId = message.Id.ToString(),
                    ContactId = message.Contact.Id,
                    SessionId = message.Session.Id,
                    Status = happened.Status is { } status ? WireNames.Of(status) : null,
                    Message = MessageViews.Of(message),
                },
                Push push => view with { MessageId = push.Message?.Id.ToString(), ContactId = push.ContactId, Push = PushViews.Of(push) },
                Contact contact => view with { ContactId = contact.Id, Reason = happened.Detail },
                Session session => view with { ContactId = session.ContactId, SessionId = session.Id, Event = happened.Detail },
                _ when happened.Kind == WorkspaceEventKind.Clock => view with { Clock = ClockView.Of(workspace) },
                _ => view,
            };
        }

        public static EventView Of(JournalEntry entry)
        {
            var request = RequestSummary.Of(entry);
            return new EventView(
                "request", Instants.Of(entry.AtMs), request.MessageIds?[0], entry.Message?.Contact.Id, entry.Message?.Session.Id, Request: request);
        }
    }
}

internal static class RequestSummaries
{
    extension(RequestSummary)
    {
        public static RequestSummary Of(JournalEntry entry) => new(
            entry.Number,
            entry.Method,
            entry.Path,
            entry.Status,
            entry.DurationMs,
            entry.Message is null ? null : [entry.Message.Id.ToString()],
            entry.Fault,
            entry.Warnings);
    }
}
