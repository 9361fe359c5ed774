using Microsoft.AspNetCore.Mvc;
using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.Http;
using MockMessaging.State;
using MockMessaging.Time;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>Waiting without asking again and again.</summary>
[Tags("Wait")]
[Route("_sandbox/wait")]
internal sealed class WaitController(PushQueues pushes) : SandboxController
{
    private const int MostPending = 20;
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Wait for something</summary>
    /// <remarks>
    /// Answers as soon as it is true, also where it has been for long: a message has taken a status (messageId and status) - the answer is the
    /// message; a push was acknowledged (push, with messageId or contactId to narrow it) - the answer is the push as GET /_sandbox/webhooks lists it;
    /// or nothing is left to happen (idle) - the answer says so. When the time is up, 408 tells what is
    /// pending and when it is due. The clock decides when things happen: a frozen one has to be advanced by somebody.
    /// </remarks>
    /// <param name="messageId">The message.</param>
    /// <param name="status">The status it shall have taken, in the vendor's word.</param>
    /// <param name="push">What the push shall tell: messages, statuses or events, or a status, event code or message type, or any.</param>
    /// <param name="contactId">The contact the push is about.</param>
    /// <param name="idle">True to wait until no timer and no push is pending.</param>
    /// <param name="timeout">How long, in ISO 8601 and real time, at most PT5M. Default PT5S.</param>
    [HttpGet(Name = "Wait")]
    [ProducesResponseType<MessageDetail>(StatusCodes.Status200OK)]
    [ProducesResponseType<WaitProblem>(StatusCodes.Status408RequestTimeout, "application/problem+json")]
    public async Task<IActionResult> Wait(
        [FromQuery] string? messageId = null,
        [FromQuery] string? status = null,
        [FromQuery] string? push = null,
        [FromQuery] string? contactId = null,
        [FromQuery] bool idle = false,
        [FromQuery] string? timeout = null)
    {
        var patience = Spans.OfOptional(timeout, "timeout", Longest) ?? Usual;

        if (idle)
        {
            return await WaitAsync(_ => Workspace.PendingTimers().Count == 0 && pushes.IsIdle(Workspace) ? new IdleView(true, Workspace.Clock.GetUtcNow()) : null).ConfigureAwait(false);
        }

        if (push is not null)
        {
            Choice.Ensure(push, ["any", .. PushSubjects.Types, .. PushSubjects.All], "push");
            return await WaitAsync(state => Acknowledged(state, push, messageId, contactId)).ConfigureAwait(false);
        }

        if (messageId is null || status is null)
        {
            throw ErrorCatalog.WrongParameter("messageId", "Say what to wait for: messageId and status, or push, or idle=true.");
        }

        Choice.Ensure(status, WireNames.All<MessageStatus>(), "status");
        var wanted = WireNames.Parse<MessageStatus>(status)!.Value;
        var message = Workspace.Read(state => state.FindMessage(messageId)) ?? throw ErrorCatalog.Unknown("message", messageId, "GET /_sandbox/messages");
        return await WaitAsync(state => message.Changes().Any(change => change.Status == wanted) ? MessageViews.Detail(state, message) : null).ConfigureAwait(false);

        async Task<IActionResult> WaitAsync<T>(Func<WorkspaceState, T?> look)
            where T : class =>
            await Waiting.ForAsync(Workspace, look, patience, HttpContext.RequestAborted).ConfigureAwait(false) is { } found ? Answer(found) : TimedOut(messageId, timeout);
    }

    private static PushView? Acknowledged(WorkspaceState state, string word, string? messageId, string? contactId) =>
        state.Pushes.Items.FirstOrDefault(sent => sent.State == PushState.Delivered && Tells(sent, word)
            && (messageId is null || sent.Message?.Id.ToString() == messageId)
            && (contactId is null || sent.ContactId == contactId)) is { } found ? PushViews.Of(found) : null;

    private static bool Tells(Push push, string word) =>
        word.Equals("any", StringComparison.OrdinalIgnoreCase)
        || word.Equals(push.Type.ToString(), StringComparison.OrdinalIgnoreCase)
        || word.Equals(push.Subject, StringComparison.OrdinalIgnoreCase);

    private ShapeResult<WaitProblem> TimedOut(string? messageId, string? timeout)
    {
        var (timers, next) = Workspace.PendingTimers();
        var pending = Workspace.Read(state => Pending(state, messageId).Take(MostPending).ToList());
        if (timers > 0 && pending.Count == 0)
        {
            pending.Add(new PendingItem("timer", Due: next is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null, Detail: $"{timers} timers wait"));
        }

        var help = Workspace.Clock.Mode == ClockMode.Frozen && timers > 0
            ? "The clock is frozen and things are due: POST /_sandbox/clock/advance lets them happen."
            : pending.Count == 0 ? "Nothing is pending that could bring it about." : "See pending for what is still to come.";
        return new ShapeResult<WaitProblem>(
            new WaitProblem("Request Timeout", StatusCodes.Status408RequestTimeout, $"It has not happened within {timeout ?? "PT5S"}. {help}", Workspace.Clock.GetUtcNow(), pending),
            ControlJsonOptions.Wire,
            StatusCodes.Status408RequestTimeout,
            "application/problem+json");
    }

    private static IEnumerable<PendingItem> Pending(WorkspaceState state, string? messageId)
    {
        var messages = messageId is null
            ? state.Messages.Where(message => message.Fired < message.Stages)
            : state.FindMessage(messageId) is { } one ? [one] : [];
        foreach (var message in messages)
        {
            foreach (var due in MessageViews.Due(message))
            {
                yield return new PendingItem(due.Status is null ? "reply" : "status", message.Id.ToString(), due.Status, due.At);
            }
        }

        foreach (var push in state.Pushes.Items.Where(push => push.State is PushState.Pending or PushState.Held or PushState.Retrying or PushState.Failed
            && (messageId is null || push.Message?.Id.ToString() == messageId)))
        {
            yield return new PendingItem("push", push.Message?.Id.ToString(), push.Subject, null, push.Attempts.Count > 0 ? push.Attempts[^1].Cause : push.State.ToString().ToLowerInvariant());
        }
    }
}
