using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Contract;
using MockMessaging.Delivery;
using MockMessaging.Errors;
using MockMessaging.Http;
using MockMessaging.State;
using MockMessaging.Time;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

[Tags("Wait")]
[Route("_sandbox/wait")]
internal sealed class WaitController(PushQueues pushes, MediaFetcher media) : SandboxController
{
    private const int MostPending = 20;
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(5);

    /// <summary>Wait for a status</summary>
    /// <remarks>
    /// Returns the message as soon as it has had the status; at once if it has had it already. Example: `?messageId=…&amp;status=READ`. When the
    /// time is up, 408 lists what is pending and when it is due. If the clock is frozen, advance it from another request.
    /// </remarks>
    /// <param name="messageId">Id of the message.</param>
    /// <param name="status">The status to wait for, such as READ.</param>
    /// <param name="timeout">How long to wait in real time: ISO 8601 duration, at most PT5M. Default PT5S.</param>
    [HttpGet("status", Name = "WaitForStatus")]
    [ProducesResponseType<MessageDetail>(StatusCodes.Status200OK)]
    [ProducesResponseType<WaitProblem>(StatusCodes.Status408RequestTimeout, "application/problem+json")]
    public Task<IActionResult> ForStatus([FromQuery, Required] string? messageId = null, [FromQuery, Required] string? status = null, [FromQuery] string? timeout = null)
    {
        var id = messageId ?? throw Missing("messageId", "the id of a message");
        var word = status ?? throw Missing("status", "a status such as READ");
        Choice.Ensure(word, WireNames.All<MessageStatus>(), "status");
        var wanted = WireNames.Parse<MessageStatus>(word)!.Value;
        var message = Workspace.Read(state => state.FindMessage(id)) ?? throw ErrorCatalog.Unknown("message", id, "GET /_sandbox/messages");
        return WaitAsync(state => message.Changes().Any(change => change.Status == wanted) ? MessageViews.Detail(state, message, Workspace.Journal) : null, timeout, id);
    }

    /// <summary>Wait for a push</summary>
    /// <remarks>
    /// Returns the push as soon as the receiver has accepted it; at once if it has done so already. Example: `?push=DLVRD&amp;messageId=…`. When
    /// the time is up, 408 lists what is pending and when it is due. If the clock is frozen, advance it from another request.
    /// </remarks>
    /// <param name="push">Which push: messages, statuses, events or raw; or a status, event code or message type; or any.</param>
    /// <param name="messageId">Only a push about this message.</param>
    /// <param name="contactId">Only a push about this contact.</param>
    /// <param name="timeout">How long to wait in real time: ISO 8601 duration, at most PT5M. Default PT5S.</param>
    [HttpGet("push", Name = "WaitForPush")]
    [ProducesResponseType<PushView>(StatusCodes.Status200OK)]
    [ProducesResponseType<WaitProblem>(StatusCodes.Status408RequestTimeout, "application/problem+json")]
    public Task<IActionResult> ForPush(
        [FromQuery, Required] string? push = null, [FromQuery] string? messageId = null, [FromQuery] string? contactId = null, [FromQuery] string? timeout = null)
    {
        var word = push ?? throw Missing("push", "a push such as DLVRD, or any");
        Choice.Ensure(word, ["any", .. PushSubjects.Types, .. PushSubjects.All], "push");
        return WaitAsync(state => Accepted(state, word, messageId, contactId), timeout, messageId);
    }

    /// <summary>Wait until idle</summary>
    /// <remarks>
    /// Returns as soon as no timer and no push is pending. When the time is up, 408 lists what is pending and when it is due. If the clock is
    /// frozen, advance it from another request.
    /// </remarks>
    /// <param name="timeout">How long to wait in real time: ISO 8601 duration, at most PT5M. Default PT5S.</param>
    [HttpGet("idle", Name = "WaitUntilIdle")]
    [ProducesResponseType<IdleView>(StatusCodes.Status200OK)]
    [ProducesResponseType<WaitProblem>(StatusCodes.Status408RequestTimeout, "application/problem+json")]
    public Task<IActionResult> UntilIdle([FromQuery] string? timeout = null) =>
        WaitAsync(_ => Workspace.PendingTimers().Count == 0 && pushes.IsIdle(Workspace) && media.IsIdle(Workspace) ? new IdleView(true, Workspace.Clock.GetUtcNow()) : null, timeout, messageId: null);

    private async Task<IActionResult> WaitAsync<T>(Func<WorkspaceState, T?> look, string? timeout, string? messageId)
        where T : class
    {
        var limit = Spans.OfOptional(timeout, "timeout", LongestTimeout) ?? DefaultTimeout;
        return await Waiting.ForAsync(Workspace, look, limit, HttpContext.RequestAborted).ConfigureAwait(false) is { } found ? Answer(found) : TimedOut(messageId, timeout);
    }

    private static ApiException Missing(string parameter, string what) => ErrorCatalog.WrongParameter(parameter, $"{parameter} is missing: give {what}.");

    private static PushView? Accepted(WorkspaceState state, string word, string? messageId, string? contactId) =>
        state.Pushes.Items.FirstOrDefault(sent => sent.State == PushState.Delivered && IsAbout(sent, word)
            && (messageId is null || sent.IsAbout(messageId))
            && (contactId is null || sent.ContactId == contactId)) is { } found ? PushViews.Of(found) : null;

    private static bool IsAbout(Push push, string word) =>
        word.Equals("any", StringComparison.OrdinalIgnoreCase)
        || word.Equals(push.Type.ToString(), StringComparison.OrdinalIgnoreCase)
        || word.Equals(push.Subject, StringComparison.OrdinalIgnoreCase);

    private ShapeResult<WaitProblem> TimedOut(string? messageId, string? timeout)
    {
        var (timers, next) = Workspace.PendingTimers();
        var pending = Workspace.Read(state => Pending(state, messageId).Take(MostPending).ToList());
        if (timers > 0 && pending.Count == 0)
        {
            pending.Add(new PendingItem("timer", Due: Instants.Of(next), Detail: timers == 1 ? "1 timer is pending" : $"{timers} timers are pending"));
        }

        var help = Workspace.Clock.Mode == ClockMode.Frozen && timers > 0
            ? "The clock is frozen and timers are pending; advance it with POST /_sandbox/clock/advance."
            : pending.Count == 0 ? "Nothing is pending, so waiting longer does not help." : "pending lists what has not happened yet.";
        return new ShapeResult<WaitProblem>(
            new WaitProblem("Request Timeout", StatusCodes.Status408RequestTimeout, $"This did not happen within {timeout ?? "PT5S"}. {help}", Workspace.Clock.GetUtcNow(), pending),
            ControlJsonOptions.Wire,
            StatusCodes.Status408RequestTimeout,
            "application/problem+json");
    }

    private static IEnumerable<PendingItem> Pending(WorkspaceState state, string? messageId)
    {
        var messages = messageId is null
            ? state.Messages.Where(message => message.Fired < message.StageCount)
            : state.FindMessage(messageId) is { } one ? [one] : [];
        foreach (var message in messages)
        {
            foreach (var due in MessageViews.Due(message))
            {
                yield return new PendingItem(due.Status is null ? "reply" : "status", message.Id.ToString(), due.Status, due.At);
            }
        }

        foreach (var push in state.Pushes.Items.Where(push => push.State is PushState.Pending or PushState.Held or PushState.Retrying or PushState.Failed
            && (messageId is null || push.IsAbout(messageId))))
        {
            yield return new PendingItem("push", push.Message?.Id.ToString(), push.Subject, null, push.Attempts.Count > 0 ? push.Attempts[^1].Cause : push.State.ToString().ToLowerInvariant());
        }
    }
}
