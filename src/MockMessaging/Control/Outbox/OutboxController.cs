using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.State;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

[Tags("Outbox")]
[Route("_sandbox/outbox")]
internal sealed class OutboxController(PushSender sender, IHostApplicationLifetime lifetime) : SandboxController
{
    private const int PlaceBits = 32;

    /// <summary>Keeps a cursor below 2^53: JSON readers that use doubles would change a larger number.</summary>
    private const long GenerationMask = (1L << (53 - PlaceBits)) - 1;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>Fetch pushes</summary>
    /// <remarks>
    /// The bodies that a webhook gets, in the same order; no webhook needs to be registered. Send the `next` of the last response as `after`. With `wait`, an
    /// empty response is delayed until there is a push or the time is up. If `more` is true, there are more pushes already. A cursor from before a reset,
    /// a restore or a restart of the server returns everything.
    /// </remarks>
    /// <param name="after">Only pushes after this cursor. Default 0: all stored pushes.</param>
    /// <param name="wait">How long to wait for a push in real time: ISO 8601 duration, at most PT5M. Default: no waiting.</param>
    /// <param name="appId">Only pushes to the client app with this id.</param>
    /// <param name="before">Only pushes before this cursor: the `next` of a response with `order=newest`.</param>
    [HttpGet(Name = "FetchPushes")]
    [ProducesResponseType<OutboxList>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Fetch(
        [FromQuery] long after = 0, [FromQuery] string? wait = null, [FromQuery] string? appId = null,
        [FromQuery] int limit = Page.Most, [FromQuery] long? before = null, [FromQuery] string? order = null)
    {
        var wanted = new Wanted(after, before, appId, limit, order);
        Page.Of(limit, null, null, order);
        Workspace.Read(state => EnsureApp(state, appId));
        var timeout = Spans.OfOptional(wait, "wait", LongestWait) ?? TimeSpan.Zero;

        if (timeout > TimeSpan.Zero)
        {
            await WaitForPushAsync(wanted with { Limit = 1 }, timeout).ConfigureAwait(false);
        }

        var (list, responses) = Workspace.Read(state => Fetch(state, wanted));

        // As for a webhook: no push overtakes the response to the request that caused it.
        await Task.WhenAll(responses).WaitAsync(HttpContext.RequestAborted).ConfigureAwait(false);
        return Answer(list);
    }

    private static bool EnsureApp(WorkspaceState state, string? appId) => appId is null || state.Apps.Any(app => app.Id == appId)
        ? true
        : throw ErrorCatalog.WrongParameter(
            "appId", $"appId: '{appId}' is not a client app of this workspace{Choice.DidYouMean(appId, state.Apps.Select(app => app.Id))}; GET /_sandbox/workspace lists them.");

    private async Task WaitForPushAsync(Wanted wanted, TimeSpan timeout)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(HttpContext.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await Waiting.ForAsync(Workspace, state => Fetch(state, wanted).List is { Pushes.Count: > 0 } some ? some : null, timeout, ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // A waiting client must not delay the end of the server.
        }
    }

    private (OutboxList List, IReadOnlyList<Task> Responses) Fetch(WorkspaceState state, Wanted wanted)
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
        Instants.Of(push.CreatedAt),
        sender.HeadersOf(push).ToDictionary(),
        Bodies.Read(push.BodyNow()));

    /// <summary>Run and generation in the high bits, since each restart and each reset starts the places again; below them the place among the pushes.</summary>
    private long Cursor(WorkspaceState state, long place) => (((long)Workspace.RunMark + state.Generation) & GenerationMask) << PlaceBits | place;

    /// <returns>0 for a cursor of another run or generation.</returns>
    private long Place(WorkspaceState state, long cursor) =>
        cursor - Cursor(state, 0) is >= 0 and var place && place <= state.Pushes.Evicted + state.Pushes.Items.Count ? place : 0;

    private sealed record Wanted(long After, long? Before, string? AppId, int Limit, string? Order);
}
