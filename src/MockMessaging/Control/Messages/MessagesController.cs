using Microsoft.AspNetCore.Mvc;
using MockMessaging.Contract;
using MockMessaging.Delivery;
using MockMessaging.Errors;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>Every message of the workspace.</summary>
[Tags("Messages")]
[Route("_sandbox/messages")]
internal sealed class MessagesController(StatusLadder ladder) : SandboxController
{
    private static readonly string[] Directions = ["inbound", "outbound"];

    private static readonly MessageStatus[] Forcible =
    [
        MessageStatus.Sent, MessageStatus.Dlvrd, MessageStatus.Read, MessageStatus.Faild, MessageStatus.Deltd, MessageStatus.Ccwin, MessageStatus.Limit,
        MessageStatus.Blckd, MessageStatus.SentErr, MessageStatus.SentExc,
    ];

    /// <summary>List messages</summary>
    /// <remarks>Messages in both directions.</remarks>
    /// <param name="direction">Only inbound or outbound.</param>
    /// <param name="status">Only those that have this status now.</param>
    /// <param name="contactId">Only those of this contact.</param>
    /// <param name="sessionId">Only those of this session.</param>
    /// <param name="text">Only those whose words contain this, in whatever case; at most 1,000 characters.</param>
    /// <param name="limit">At most so many, 1 to 1,000. Default 100.</param>
    /// <param name="after">Only those newer than this message: the <c>next</c> of an earlier answer.</param>
    /// <param name="before">Only those older than this message: the <c>next</c> of an earlier answer with the newest first.</param>
    /// <param name="order">oldest or newest first. Default oldest.</param>
    [HttpGet(Name = "ListMessages")]
    [ProducesResponseType<MessageList>(StatusCodes.Status200OK)]
    public IActionResult List(
        [FromQuery] string? direction = null,
        [FromQuery] string? status = null,
        [FromQuery] string? contactId = null,
        [FromQuery] string? sessionId = null,
        [FromQuery] string? text = null,
        [FromQuery] int limit = 100,
        [FromQuery] string? after = null,
        [FromQuery] string? before = null,
        [FromQuery] string? order = null)
    {
        var page = Page.Of(limit, after, before, order);
        Choice.Ensure(direction, Directions, "direction");
        Choice.Ensure(status, WireNames.All<MessageStatus>(), "status");
        if (text?.Length > TextPattern.Longest)
        {
            throw ErrorCatalog.WrongParameter("text", $"text has {text.Length} characters; give at most {TextPattern.Longest}.");
        }

        bool? inbound = direction is null ? null : direction.Equals("inbound", StringComparison.OrdinalIgnoreCase);
        return Answer(new MessageQuery(page, inbound, status, contactId, sessionId, text).Run(Workspace, HttpContext.RequestAborted));
    }

    /// <summary>Look at a message</summary>
    /// <remarks>All that is known of it: every status, every push and attempt, and what is still due.</remarks>
    /// <param name="id">Its id, as the receipt gave it.</param>
    [HttpGet("{id}", Name = "GetMessage")]
    [ProducesResponseType<MessageDetail>(StatusCodes.Status200OK)]
    public IActionResult Get([FromRoute] string id) => Answer(Workspace.Read(state => MessageViews.Detail(state, Find(state, id))));

    /// <summary>Force a status</summary>
    /// <remarks>
    /// Gives a sent message a status as if its provider had reported it, and pushes it; its planned story ends there. A report that comes
    /// late leaves its stamp and is pushed, and the status stays the later one, as in production. Answers when the push was attempted.
    /// </remarks>
    /// <param name="id">Its id, as the receipt gave it.</param>
    /// <param name="wish">The status, and for a failure its reason.</param>
    [HttpPost("{id}/status", Name = "ForceMessageStatus")]
    [ProducesResponseType<MessageDetail>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Force([FromRoute] string id, [FromBody] ForcedStatus wish)
    {
        var status = Parsed(wish.Status);
        var error = wish.Error?.Parsed();
        var forced = Workspace.Execute(transaction => Find(transaction.State, id) is { IsInbound: false } message
            ? ladder.Force(transaction, message, status, error ?? ProviderErrors.Usual(status))
            : throw ErrorCatalog.Impossible("id", $"'{id}' came from a customer; only sent messages take statuses."), trace: Acting.Trace);
        await forced.Durable.ConfigureAwait(false);
        if (forced.Value is { } push)
        {
            await push.Settled.WaitAsync(HttpContext.RequestAborted).ConfigureAwait(false);
        }

        return Get(id);
    }

    private static MessageStatus Parsed(string? word) => WireNames.Parse<MessageStatus>(word) is { } status && Forcible.Contains(status)
        ? status
        : throw ErrorCatalog.WrongValue(nameof(ForcedStatus), "status", $"status: '{word}' cannot be forced{Choice.DidYouMean(word ?? "", Forcible.Select(WireNames.Of))}; use one of {string.Join(", ", Forcible.Select(WireNames.Of))}.");

    private static Message Find(WorkspaceState state, string id) => state.FindMessage(id) ?? throw ErrorCatalog.Unknown("message", id, "GET /_sandbox/messages");
}
