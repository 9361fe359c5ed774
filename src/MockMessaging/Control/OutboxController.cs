using Microsoft.AspNetCore.Mvc;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>Pushes for receivers that cannot be reached.</summary>
[Tags("Outbox")]
[Route("_sandbox/outbox")]
internal sealed class OutboxController(PushSender sender, IHostApplicationLifetime lifetime) : SandboxController
{
    private const int PlaceBits = 32;

    /// <summary>With it a cursor stays below 2^53, beyond which readers that take numbers for doubles would change it.</summary>
    private const long HighestWorld = (1L << (53 - PlaceBits)) - 1;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>Fetch pushes</summary>
    /// <remarks>
    /// What is pushed, to be fetched instead: the same wrappers in the same order, whether or not the client app has a webhook. Send the
    /// cursor of the last answer as `after`; with `wait` an empty answer is held back until something comes, or the time is up. After a reset
    /// or restore a cursor of before fetches all.
    /// </remarks>
    /// <param name="after">Only what comes after this cursor. Default 0: all that is remembered.</param>
    /// <param name="wait">How long to wait for something to come, in ISO 8601 and real time, at most PT5M. Default: not at all.</param>
    /// <param name="appId">Only those for this client app.</param>
    [HttpGet(Name = "FetchPushes")]
    [ProducesResponseType<OutboxList>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Fetch([FromQuery] long after = 0, [FromQuery] string? wait = null, [FromQuery] string? appId = null)
    {
        var patience = Spans.OfOptional(wait, "wait", LongestWait) ?? TimeSpan.Zero;

        if (patience > TimeSpan.Zero)
        {
            await SomethingAsync(after, appId, patience).ConfigureAwait(false);
        }

        var (list, answers) = Workspace.Read(state => Fetch(state, after, appId));

        // As for a webhook: no push overtakes the answer that caused it.
        await Task.WhenAll(answers).WaitAsync(HttpContext.RequestAborted).ConfigureAwait(false);
        return Answer(list);
    }

    private async Task SomethingAsync(long after, string? appId, TimeSpan patience)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(HttpContext.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await Waiting.ForAsync(Workspace, state => Fetch(state, after, appId).List is { Pushes.Count: > 0 } some ? some : null, patience, ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // A server that stops is not held up by whoever waits.
        }
    }

    private (OutboxList List, IReadOnlyList<Task> Answers) Fetch(WorkspaceState state, long after, string? appId)
    {
        var place = state.Pushes.Evicted;
        var from = Place(state, after);
        var items = new List<OutboxItem>();
        var answers = new List<Task>();
        foreach (var push in state.Pushes.Items)
        {
            place++;
            if (place > from && push.Type != PushType.ContactInfo && push.ReplayOf is null && (appId is null || push.App?.Id == appId) && push.BodyNow() is { Length: > 0 } body)
            {
                items.Add(new OutboxItem(
                    Cursor(state, place),
                    push.Id.ToString(),
                    push.Type.ToString().ToLowerInvariant(),
                    push.Subject,
                    push.App?.Id,
                    push.State.ToString().ToLowerInvariant(),
                    DateTimeOffset.FromUnixTimeMilliseconds(push.CreatedAt),
                    sender.HeadersOf(push).ToDictionary(),
                    Bodies.Read(body)));
                if (push.Gate is { } gate)
                {
                    answers.Add(gate.Opened);
                }
            }
        }

        return (new OutboxList(items, items.Count > 0 ? items[^1].Cursor : Cursor(state, from), state.Pushes.Evicted, Math.Max(0, state.Pushes.Evicted - from)), answers);
    }

    /// <summary>A place among the pushes of a world: each reset begins another, and places of before mean nothing in it.</summary>
    private static long Cursor(WorkspaceState state, long place) => ((state.World & HighestWorld) << PlaceBits) + place;

    private static long Place(WorkspaceState state, long cursor) =>
        cursor - Cursor(state, 0) is >= 0 and var place && place <= state.Pushes.Evicted + state.Pushes.Items.Count ? place : 0;
}
