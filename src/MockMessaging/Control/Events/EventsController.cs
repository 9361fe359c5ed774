using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Contract;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>The live feed.</summary>
[Tags("Events")]
[Route("_sandbox/events")]
internal sealed class EventsController(IHostApplicationLifetime lifetime) : SandboxController
{
    /// <summary>Follow what happens</summary>
    /// <remarks>
    /// Server-sent events of all that happens in the workspace: messages sent and received, statuses, pushes attempted, sessions, resets.
    /// The first event is called `open`. Each after it has an id; a client that comes back with Last-Event-ID, or `after`, gets what it missed as far as it is remembered (Limits:EventsKept).
    /// </remarks>
    /// <param name="after">Only what comes after this id. Default: only what happens from now on.</param>
    [HttpGet(Name = "FollowEvents")]
    [Produces("text/event-stream")]
    [ProducesResponseType<EventView>(StatusCodes.Status200OK)]
    public IResult Follow([FromQuery] long? after = null)
    {
        var last = Workspace.Read(_ => Workspace.Feed.Last);
        var from = long.TryParse(HttpContext.Request.Headers["Last-Event-ID"], out var seen) ? seen : after ?? last;

        // An id of before a restart, or of before the key was forgotten: all there is came after it.
        return TypedResults.ServerSentEvents(FollowAsync(Workspace, from > last ? 0 : from, HttpMethods.IsHead(HttpContext.Request.Method), HttpContext.RequestAborted));
    }

    private async IAsyncEnumerable<SseItem<string>> FollowAsync(Workspace workspace, long after, bool headOnly, [EnumeratorCancellation] CancellationToken cancelled)
    {
        // Lets the headers go at once, so that the client knows it listens.
        yield return new SseItem<string>("{}", "open");

        // Without a body there is nothing to wait for.
        if (headOnly)
        {
            yield break;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancelled, lifetime.ApplicationStopping);
        while (!ending.IsCancellationRequested)
        {
            var changed = workspace.Changes.Next;
            var happenings = workspace.Read(_ => workspace.Feed.After(after).Select(happening => (happening.Number, View: EventView.Of(happening))).ToList());
            foreach (var (number, view) in happenings)
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
