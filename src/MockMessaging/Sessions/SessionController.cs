using Microsoft.AspNetCore.Mvc;
using MockMessaging.Authentication;
using MockMessaging.Contract;
using MockMessaging.Conversations;
using MockMessaging.Http;

namespace MockMessaging.Sessions;

/// <summary>Sessions of contacts.</summary>
[ApiController]
[ApiKey]
[Tags("Session Management")]
[Route("api/v1/session")]
internal sealed class SessionController(SessionLifecycle sessions) : ContractController
{
    /// <summary>Session Close</summary>
    /// <remarks>Closes a session, and resolves it before if necessary. The event is pushed to the app of its queue. Closing it again returns the same event.</remarks>
    /// <param name="request">The session.</param>
    [HttpPost("close", Name = "CloseSession")]
    [ProducesResponseType<ApiResultsMetaCompactResponse<InBoundEvent>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Close([FromBody] SessionStatusClose request) =>
        Last(await Acting.ExecuteAsync(transaction => sessions.Close(transaction, Acting.ActingApp(transaction.State), request.SessionId)).ConfigureAwait(false));

    /// <summary>Session Messages</summary>
    /// <remarks>All messages of a session, oldest first, with status and stamps; between them the actions on the session (type A) and the notes (type N).</remarks>
    /// <param name="request">The session.</param>
    [HttpPost("messages", Name = "ListSessionMessages")]
    [ProducesResponseType<ApiResultsMetaCompactResponse<ChatMessageDTO>>(StatusCodes.Status200OK)]
    public IActionResult Messages([FromBody] SessionStatusClose request) => MessagesOf(request.SessionId);

    /// <summary>Session Messages, read</summary>
    /// <remarks>The same as the POST. Production has it, the document does not.</remarks>
    /// <param name="sessionId">The session.</param>
    [HttpGet("messages", Name = "GetSessionMessages")]
    [ProducesResponseType<ApiResultsMetaCompactResponse<ChatMessageDTO>>(StatusCodes.Status200OK)]
    public IActionResult Messages([FromQuery] string? sessionId = null) => MessagesOf(sessionId);

    /// <summary>Session Resolve</summary>
    /// <remarks>Marks a session as resolved. It stays open until it is closed.</remarks>
    /// <param name="request">The session.</param>
    [HttpPost("resolve", Name = "ResolveSession")]
    [ProducesResponseType<ApiResultsMetaCompactResponse<InBoundEvent>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Resolve([FromBody] SessionStatusClose request) =>
        Last(await Acting.ExecuteAsync(transaction => sessions.Resolve(transaction, Acting.ActingApp(transaction.State), request.SessionId)).ConfigureAwait(false));

    /// <summary>Session Routing</summary>
    /// <remarks>
    /// Routes a session to another queue, by queue code or app id. The event is pushed to the app of that queue, and all later messages of the customer
    /// go there. A resolved or closed session opens again. Without a queue, no app is in charge of the session.
    /// </remarks>
    /// <param name="request">The session, the queue, and parameters for its app.</param>
    [HttpPost("routing", Name = "RouteSession")]
    [ProducesResponseType<ApiResultsMetaCompactResponse<InBoundEvent>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Route([FromBody] SessionQueueAssignment request) =>
        Compact([await Acting.ExecuteAsync(transaction => sessions.Route(transaction, Acting.ActingApp(transaction.State), request, Workspace.Key)).ConfigureAwait(false)], []);

    private IActionResult Last(InBoundEvent? last) => last is null ? Compact<InBoundEvent>([], null) : Compact([last], []);

    private IActionResult MessagesOf(string? sessionId) =>
        Compact(Workspace.Read(state => SessionTranscript.Of(SessionLifecycle.Find(state, sessionId))), []);
}
