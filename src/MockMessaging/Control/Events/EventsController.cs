using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Contract;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

[Tags("Events")]
[Route("_sandbox/events")]
internal sealed class EventsController(IHostApplicationLifetime lifetime) : SandboxController
{
    /// <summary>Follow what happens</summary>
    /// <remarks>
    /// A stream of server-sent events: messages sent and received, status changes, push attempts, session events, resets. The first event is `open`. Every
    /// later event has an id; send the last one as the header Last-Event-ID, or as `after`, to get the events you missed. Limits:EventsKept says how many are stored.
    /// </remarks>
    /// <param name="after">Only events after this id. Default: only events from now on.</param>
    [HttpGet(Name = "FollowEvents")]
    [Produces("text/event-stream")]
    [ProducesResponseType<EventView>(StatusCodes.Status200OK)]
    public IResult Follow([FromQuery] long? after = null)
    {
        var last = Workspace.Read(_ => Workspace.Feed.Last);
        var from = long.TryParse(HttpContext.Request.Headers["Last-Event-ID"], out var seen) ? seen : after ?? last;

        // A higher id is from before a restart or a removal of the workspace, so every stored event is newer.
        return TypedResults.ServerSentEvents(FollowAsync(Workspace, from > last ? 0 : from, HttpMethods.IsHead(HttpContext.Request.Method), HttpContext.RequestAborted));
    }

    private async IAsyncEnumerable<SseItem<string>> FollowAsync(Workspace workspace, long after, bool headOnly, [EnumeratorCancellation] CancellationToken cancelled)
    {
        // Sends the headers at once, so that the client knows it is connected.
        yield return new SseItem<string>("{}", "open");
        if (headOnly)
        {
            yield break;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancelled, lifetime.ApplicationStopping);
        while (!ending.IsCancellationRequested)
        {
            var changed = workspace.Changes.Next;
            var events = workspace.Read(_ => workspace.Feed.After(after).Select(item => (item.Number, View: EventView.Of(item))).ToList());
            foreach (var (number, view) in events)
            {
                after = number;
                yield return new SseItem<string>(JsonSerializer.Serialize(view, ControlJsonOptions.Wire.TypeInfo<EventView>()), view.Kind) { EventId = number.ToString(provider: null) };
            }

            try
            {
                await changed.WaitAsync(ending.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                yield break;
            }
        }
    }
}

/// <summary>Something that happened in the workspace.</summary>
/// <param name="Kind">sent, inbound, status, push, session, leftout or reset.</param>
/// <param name="At">When it happened, by the workspace's clock.</param>
/// <param name="MessageId">The message concerned.</param>
/// <param name="ContactId">The contact concerned.</param>
/// <param name="SessionId">The session concerned.</param>
/// <param name="Status">The new status of the message.</param>
/// <param name="Event">The session's event code.</param>
/// <param name="Reason">For leftout: why a message of a simulated customer was not stored.</param>
/// <param name="Push">The push with its last attempt.</param>
internal sealed record EventView(
    string Kind, DateTimeOffset At, string? MessageId = null, string? ContactId = null, string? SessionId = null, string? Status = null, string? Event = null, string? Reason = null, PushView? Push = null)
{
    public static EventView Of(WorkspaceEvent item)
    {
        var view = new EventView(item.Kind.ToString().ToLowerInvariant(), Instants.Of(item.AtMs));
        return item.About switch
        {
            Message message => view with
            {
                MessageId = message.Id.ToString(),
                ContactId = message.Contact.Id,
                SessionId = message.Session.Id,
                Status = item.Status is { } status ? WireNames.Of(status) : null,
            },
            Push push => view with { MessageId = push.Message?.Id.ToString(), ContactId = push.ContactId, Push = PushViews.Of(push) },
            Contact contact => view with { ContactId = contact.Id, Reason = item.Word },
            Session session => view with { ContactId = session.ContactId, SessionId = session.Id, Event = item.Word },
            _ => view,
        };
    }
}
