using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.State;
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
    /// `next` of the last answer as `after`; with `wait` an empty answer is held back until something comes, or the time is up. A cursor from before a reset or restore returns everything. Where `more` is true there are further ones already.
    /// </remarks>
    /// <param name="after">Only what comes after this cursor. Default 0: all that is remembered.</param>
    /// <param name="wait">How long to wait for something to come, in ISO 8601 and real time, at most PT5M. Default: not at all.</param>
    /// <param name="appId">Only those for the client app of this id.</param>
    /// <param name="limit">At most so many, 1 to 1,000. Default 1,000.</param>
    /// <param name="before">Only what comes before this cursor: the <c>next</c> of an earlier answer with the newest first.</param>
    /// <param name="order">oldest or newest first. Default oldest.</param>
    [HttpGet(Name = "FetchPushes")]
    [ProducesResponseType<OutboxList>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Fetch(
        [FromQuery] long after = 0,
        [FromQuery] string? wait = null,
        [FromQuery] string? appId = null,
        [FromQuery] int limit = Page.Most,
        [FromQuery] long? before = null,
        [FromQuery] string? order = null)
    {
        var wanted = new Wanted(after, before, appId, limit, order);
        Page.Of(limit, null, null, order);
        Workspace.Read(state => Known(state, appId));
        var patience = Spans.OfOptional(wait, "wait", LongestWait) ?? TimeSpan.Zero;

        if (patience > TimeSpan.Zero)
        {
            await SomethingAsync(wanted with { Limit = 1 }, patience).ConfigureAwait(false);
        }

        var (list, answers) = Workspace.Read(state => Fetch(state, wanted));

        // As for a webhook: no push overtakes the answer that caused it.
        await Task.WhenAll(answers).WaitAsync(HttpContext.RequestAborted).ConfigureAwait(false);
        return Answer(list);
    }

    private static bool Known(WorkspaceState state, string? appId) => appId is null || state.Apps.Any(app => app.Id == appId)
        ? true
        : throw ErrorCatalog.WrongParameter(
            "appId", $"appId: '{appId}' is no client app of this workspace{Choice.DidYouMean(appId, state.Apps.Select(app => app.Id))}; GET /_sandbox/workspace lists them.");

    private async Task SomethingAsync(Wanted wanted, TimeSpan patience)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(HttpContext.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await Waiting.ForAsync(Workspace, state => Fetch(state, wanted).List is { Pushes.Count: > 0 } some ? some : null, patience, ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // A server that stops is not held up by whoever waits.
        }
    }

    private (OutboxList List, IReadOnlyList<Task> Answers) Fetch(WorkspaceState state, Wanted wanted)
    {
        var (evicted, from) = (state.Pushes.Evicted, Place(state, wanted.After));
        var all = state.Pushes.Items.Select((push, index) => (Push: push, Cursor: Cursor(state, evicted + index + 1))).ToList();
        var page = Page.Of(
            wanted.Limit, from.ToString(CultureInfo.InvariantCulture), wanted.Before is { } before && Place(state, before) is > 0 and var end ? end.ToString(CultureInfo.InvariantCulture) : null, wanted.Order);
        var (found, more) = page.OfPlaces(all, evicted, item => IsFetched(item.Push, wanted.AppId));
        var next = found.Count > 0 ? found[^1].Cursor : Cursor(state, from);
        return (
            new OutboxList([.. found.Select(item => ItemOf(item.Push, item.Cursor))], next, more is not null, evicted, Math.Max(0, evicted - from)),
            [.. found.Select(item => item.Push.Gate?.Opened).OfType<Task>()]);
    }

    private static bool IsFetched(Push push, string? appId) =>
        push.Type != PushType.ContactInfo && push.ReplayOf is null && (appId is null || push.App?.Id == appId) && (push.Body.Length > 0 || push.Content is not null);

    private OutboxItem ItemOf(Push push, long cursor) => new(
        cursor,
        push.Id.ToString(),
        push.Type.ToString().ToLowerInvariant(),
        push.Subject,
        push.App?.Id,
        push.State.ToString().ToLowerInvariant(),
        DateTimeOffset.FromUnixTimeMilliseconds(push.CreatedAt),
        sender.HeadersOf(push).ToDictionary(),
        Bodies.Read(push.BodyNow()));

    /// <summary>A place among the pushes of a generation: each reset begins another, and places of before mean nothing in it.</summary>
    private static long Cursor(WorkspaceState state, long place) => ((state.Generation & HighestWorld) << PlaceBits) + place;

    private static long Place(WorkspaceState state, long cursor) =>
        cursor - Cursor(state, 0) is >= 0 and var place && place <= state.Pushes.Evicted + state.Pushes.Items.Count ? place : 0;

    private sealed record Wanted(long After, long? Before, string? AppId, int Limit, string? Order);
}
