using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>Pushes for receivers that cannot be reached.</summary>
[Tags("Outbox")]
[Route("_sandbox/outbox")]
internal sealed class OutboxController : SandboxController
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>Fetch pushes</summary>
    /// <remarks>
    /// What is pushed, to be fetched instead: the same wrappers in the same order, whether or not the client app has a webhook. Send the
    /// cursor of the last answer as `after`; with `wait` an empty answer is held back until something comes, or the time is up.
    /// </remarks>
    /// <param name="after">Only what comes after this cursor. Default 0: all that is remembered.</param>
    /// <param name="wait">How long to wait for something to come, in ISO 8601 and real time, at most PT5M. Default: not at all.</param>
    /// <param name="appId">Only those for this client app.</param>
    [HttpGet(Name = "FetchPushes")]
    [ProducesResponseType<OutboxList>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Fetch(long after = 0, string? wait = null, string? appId = null)
    {
        var patience = Spans.OfOptional(wait, "wait") ?? TimeSpan.Zero;
        if (patience > LongestWait)
        {
            throw ErrorCatalog.WrongParameter("wait", $"wait: '{wait}' is longer than PT5M.");
        }

        var fetched = patience > TimeSpan.Zero
            ? await Waiting.ForAsync(Workspace, state => Fetch(state, after, appId) is { Pushes.Count: > 0 } some ? some : null, patience, HttpContext.RequestAborted).ConfigureAwait(false)
            : null;
        return Answer(fetched ?? Workspace.Read(state => Fetch(state, after, appId)));
    }

    private static OutboxList Fetch(WorkspaceState state, long after, string? appId)
    {
        var cursor = state.Pushes.Evicted;
        var items = new List<OutboxItem>();
        foreach (var push in state.Pushes.Items)
        {
            cursor++;
            if (cursor > after && push.Type != PushType.ContactInfo && push.ReplayOf is null && (appId is null || push.App?.Id == appId) && push.BodyNow() is { Length: > 0 } body)
            {
                items.Add(new OutboxItem(
                    cursor,
                    push.Id.ToString(),
                    push.Type.ToString().ToLowerInvariant(),
                    push.Subject,
                    push.App?.Id,
                    push.State.ToString().ToLowerInvariant(),
                    DateTimeOffset.FromUnixTimeMilliseconds(push.CreatedAt),
                    Bodies.Read(body)));
            }
        }

        return new OutboxList(items, items.Count > 0 ? items[^1].Cursor : Math.Max(after, 0), state.Pushes.Evicted);
    }
}
