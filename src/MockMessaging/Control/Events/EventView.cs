using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>Something that happened.</summary>
/// <param name="Kind">sent, inbound, status, push, session, leftout or reset.</param>
/// <param name="At">When, by the workspace's clock.</param>
/// <param name="MessageId">The message it is about.</param>
/// <param name="ContactId">The contact it is about.</param>
/// <param name="SessionId">The session it is about.</param>
/// <param name="Status">The status taken.</param>
/// <param name="Event">The event code of a session.</param>
/// <param name="Reason">Why a customer's message was left out.</param>
/// <param name="Push">The push that was attempted, with the last attempt.</param>
public sealed record EventView(
    string Kind, DateTimeOffset At, string? MessageId = null, string? ContactId = null, string? SessionId = null, string? Status = null, string? Event = null, string? Reason = null, PushView? Push = null)
{
    internal static EventView Of(WorkspaceEvent happening)
    {
        var view = new EventView(happening.Kind.ToString().ToLowerInvariant(), DateTimeOffset.FromUnixTimeMilliseconds(happening.AtMs));
        return happening.About switch
        {
            Message message => view with
            {
                MessageId = message.Id.ToString(),
                ContactId = message.Contact.Id,
                SessionId = message.Session.Id,
                Status = happening.Status is { } status ? WireNames.Of(status) : null,
            },
            Push push => view with { MessageId = push.Message?.Id.ToString(), ContactId = push.ContactId, Push = PushViews.Of(push) },
            Contact contact => view with { ContactId = contact.Id, Reason = happening.Word },
            Session session => view with { ContactId = session.ContactId, SessionId = session.Id, Event = happening.Word },
            _ => view,
        };
    }
}
