using Microsoft.AspNetCore.Mvc;
using MockMessaging.Contract;
using MockMessaging.Delivery;
using MockMessaging.Errors;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

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
    /// <remarks>Messages of the workspace in both directions.</remarks>
    /// <param name="direction">Only inbound or only outbound messages.</param>
    /// <param name="status">Only messages with this status at present.</param>
    /// <param name="contactId">Only messages of this contact.</param>
    /// <param name="sessionId">Only messages of this session.</param>
    /// <param name="text">Only messages that contain this text, at most 1,000 characters; upper and lower case are the same.</param>
    [HttpGet(Name = "ListMessages")]
    [ProducesResponseType<MessageList>(StatusCodes.Status200OK)]
    public IActionResult List(
        [FromQuery] string? direction = null, [FromQuery] string? status = null, [FromQuery] string? contactId = null, [FromQuery] string? sessionId = null, [FromQuery] string? text = null,
        [FromQuery] int limit = 100, [FromQuery] string? after = null, [FromQuery] string? before = null, [FromQuery] string? order = null)
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

    /// <summary>Get a message</summary>
    /// <remarks>The message with its timeline: all statuses, pushes and attempts, and what is still due.</remarks>
    /// <param name="id">Id of the message, from the response of message/send.</param>
    [HttpGet("{id}", Name = "GetMessage")]
    [ProducesResponseType<MessageDetail>(StatusCodes.Status200OK)]
    public IActionResult Get([FromRoute] string id) => Answer(Workspace.Read(state => MessageViews.Detail(state, Find(state, id), Workspace.Journal)));

    /// <summary>Force a status</summary>
    /// <remarks>
    /// Sets a status as if the provider had reported it, and pushes it. The planned outcome of the message ends. As in production, a report that comes too
    /// late (DLVRD after READ) is stored and pushed, but the status stays the later one. The push leaves after the response, unless the request waits for it.
    /// </remarks>
    /// <param name="id">Id of the message, from the response of message/send.</param>
    /// <param name="wait">How long to wait, in real time, until the push has been attempted: ISO 8601 duration, at most PT5M. Default: no waiting.</param>
    [HttpPost("{id}/status", Name = "ForceMessageStatus")]
    [ProducesResponseType<MessageDetail>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Force([FromRoute] string id, [FromBody] ForcedStatus request, [FromQuery] string? wait = null)
    {
        var status = Parsed(request.Status);
        var error = request.Error?.Parsed();
        await ExecuteAsync(transaction => Find(transaction.State, id) is { IsInbound: false } message
            ? ladder.Force(transaction, message, status, error ?? ProviderErrors.Usual(status))
            : throw ErrorCatalog.Impossible("id", $"'{id}' is a customer's message; only messages you sent can be given a status."), push => push is null ? [] : [push], wait).ConfigureAwait(false);
        return Get(id);
    }

    private static MessageStatus Parsed(string? word) => WireNames.Parse<MessageStatus>(word) is { } status && Forcible.Contains(status)
        ? status
        : throw ErrorCatalog.WrongValue(nameof(ForcedStatus), "status", $"status: '{word}' cannot be forced{Choice.DidYouMean(word ?? "", Forcible.Select(WireNames.Of))}; use one of {string.Join(", ", Forcible.Select(WireNames.Of))}.");

    private static Message Find(WorkspaceState state, string id) => state.FindMessage(id) ?? throw ErrorCatalog.Unknown("message", id, "GET /_sandbox/messages");
}
