using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

[Tags("Events")]
[Route("_sandbox/events")]
internal sealed class EventsController(IHostApplicationLifetime lifetime) : SandboxController
{
    /// <summary>Follow what happens</summary>
    /// <remarks>
    /// A stream of server-sent events: messages sent and received, status changes, push attempts, session events, requests to the API, the clock, resets,
    /// and changes of faults, outcomes, traffic, webhooks, settings, snapshots and media files. The first event is `open`, with the version of the server. Every event has
    /// an id such as `12-40-9f3c1`; send the last one as the header Last-Event-ID, or as `after`, to get the events you missed; after a restart of the server that is all of them. Limits:EventsKept and
    /// Limits:RequestsKept say how many are stored.
    /// </remarks>
    /// <param name="after">Only events after this id; 0 for all that are stored. Default: only events from now on.</param>
    [HttpGet(Name = "FollowEvents")]
    [Produces("text/event-stream")]
    [ProducesResponseType<EventView>(StatusCodes.Status200OK)]
    public IResult Follow([FromQuery] string? after = null)
    {
        EventCursor? given = after is null ? null : EventCursor.Parse(after) ?? throw ErrorCatalog.WrongParameter("after", $"after: '{after}' is not the id of an event, such as 12-40-9f3c1.");
        var last = new EventCursor(Workspace.Read(_ => Workspace.Feed.Last), Workspace.Journal.Last, Workspace.RunMark);
        var place = EventCursor.Parse(HttpContext.Request.Headers["Last-Event-ID"]) ?? given ?? last;
        return TypedResults.ServerSentEvents(FollowAsync(Workspace, place.Within(last), HttpMethods.IsHead(HttpContext.Request.Method), HttpContext.RequestAborted));
    }

    private async IAsyncEnumerable<SseItem<string>> FollowAsync(Workspace workspace, EventCursor place, bool headOnly, [EnumeratorCancellation] CancellationToken cancelled)
    {
        // Sends the headers at once, so that the client knows it is connected. The id keeps its place if it reconnects before anything has happened.
        yield return new SseItem<string>(Json(new StreamOpened(ProductVersion.Text)), "open") { EventId = place.ToString() };

        if (headOnly)
        {
            yield break;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancelled, lifetime.ApplicationStopping);
        while (!ending.IsCancellationRequested && !workspace.IsClosed)
        {
            var changed = workspace.Changes.Next;
            var batch = EventBatch.After(workspace, place);
            foreach (var (next, view) in batch)
            {
                place = next;
                yield return new SseItem<string>(Json(view), view.Kind) { EventId = next.ToString() };
            }

            // More may have come while these were written.
            if (batch.Count > 0)
            {
                continue;
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

    private static string Json<T>(T view) => JsonSerializer.Serialize(view, ControlJsonOptions.Wire.TypeInfo<T>());
}
