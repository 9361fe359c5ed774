using Microsoft.AspNetCore.Mvc;
using MockMessaging.Authentication;
using MockMessaging.Contract;
using MockMessaging.Conversations;
using MockMessaging.Http;

namespace MockMessaging.Sessions;

/// <summary>Conversations: what was said, who is in charge, and their end.</summary>
[ApiController]
[ApiKey]
[Tags("Session Management")]
[Route("api/v1/session")]
internal sealed class SessionController(SessionLifecycle sessions) : ContractController
{
    /// <summary>Session Close</summary>
    /// <remarks>Closes a session, resolving it first if need be, and tells the app of its queue. Closing it again answers with the same event.</remarks>
    /// <param name="request">The session.</param>
    [HttpPost("close", Name = "CloseSession")]
    [ProducesResponseType<ApiResultsMetaCompactResponse<InBoundEvent>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Close([FromBody] SessionStatusClose request) =>
        Happened(await Acting.ExecuteAsync(transaction => sessions.Close(transaction, Acting.ActingApp(transaction.State), request.SessionId)).ConfigureAwait(false));

    /// <summary>Session Messages</summary>
    /// <remarks>All messages of a session, oldest first, each with its status and stamps; between them what was done to the session (type A) and noted about it (N).</remarks>
    /// <param name="request">The session.</param>
    [HttpPost("messages", Name = "ListSessionMessages")]
    [ProducesResponseType<ApiResultsMetaCompactResponse<ChatMessageDTO>>(StatusCodes.Status200OK)]
    public IActionResult Messages([FromBody] SessionStatusClose request) => MessagesOf(request.SessionId);

    /// <summary>Session Messages, read</summary>
    /// <remarks>The same as the POST. The document does not mention it; production has it.</remarks>
    /// <param name="sessionId">The session.</param>
    [HttpGet("messages", Name = "GetSessionMessages")]
    [ProducesResponseType<ApiResultsMetaCompactResponse<ChatMessageDTO>>(StatusCodes.Status200OK)]
    public IActionResult Messages([FromQuery] string? sessionId = null) => MessagesOf(sessionId);

    /// <summary>Session Resolve</summary>
    /// <remarks>Marks a session as resolved; closing it is left to the customer or to session/close.</remarks>
    /// <param name="request">The session.</param>
    [HttpPost("resolve", Name = "ResolveSession")]
    [ProducesResponseType<ApiResultsMetaCompactResponse<InBoundEvent>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Resolve([FromBody] SessionStatusClose request) =>
        Happened(await Acting.ExecuteAsync(transaction => sessions.Resolve(transaction, Acting.ActingApp(transaction.State), request.SessionId)).ConfigureAwait(false));

    /// <summary>Session Routing</summary>
    /// <remarks>Hands a session to another queue, by queue code or app id, and tells the app there: all later messages of the customer go to that queue.
    /// A resolved or closed session is open again. Without a queue nobody is in charge any more.</remarks>
    /// <param name="request">The session, the queue, and what its app should know.</param>
    [HttpPost("routing", Name = "RouteSession")]
    [ProducesResponseType<ApiResultsMetaCompactResponse<InBoundEvent>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Route([FromBody] SessionQueueAssignment request) =>
        Compact([await Acting.ExecuteAsync(transaction => sessions.Route(transaction, Acting.ActingApp(transaction.State), request, Workspace.Key)).ConfigureAwait(false)], []);

    private IActionResult Happened(InBoundEvent? happened) => happened is null ? Compact<InBoundEvent>([], null) : Compact([happened], []);

    private IActionResult MessagesOf(string? sessionId) =>
        Compact(Workspace.Read(state => SessionTranscript.Of(SessionLifecycle.Find(state, sessionId))), []);
}
