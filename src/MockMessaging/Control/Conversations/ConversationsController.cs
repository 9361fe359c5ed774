using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;

namespace MockMessaging.Control;

/// <summary>Who writes with whom.</summary>
[Tags("Conversations")]
[Route("_sandbox/conversations")]
internal sealed class ConversationsController(ConversationViews views) : SandboxController
{
    /// <summary>List conversations</summary>
    /// <remarks>Each contact with at least one message, ordered by the last message: what an inbox shows. A conversation moves to the end of the list when a message is sent or comes in.</remarks>
    /// <param name="limit">How many at most, 1 to 1,000. Default 100.</param>
    /// <param name="after">Only conversations whose last message is newer than this message: the <c>next</c> of an earlier response.</param>
    /// <param name="before">Only conversations whose last message is older than this message: the <c>next</c> of an earlier response with <c>order=newest</c>.</param>
    /// <param name="order">oldest or newest first. Default oldest.</param>
    [HttpGet(Name = "ListConversations")]
    [ProducesResponseType<ConversationList>(StatusCodes.Status200OK)]
    public IActionResult List([FromQuery] int limit = 100, [FromQuery] string? after = null, [FromQuery] string? before = null, [FromQuery] string? order = null) =>
        Answer(new ConversationQuery(views, Page.Of(limit, after, before, order)).Run(Workspace, HttpContext.RequestAborted));

    /// <summary>Get a conversation</summary>
    /// <remarks>One contact, with its last message. `GET /_sandbox/messages?contactId=…` lists all of them.</remarks>
    /// <param name="contactId">The contact.</param>
    [HttpGet("{contactId}", Name = "GetConversation")]
    [ProducesResponseType<ConversationView>(StatusCodes.Status200OK)]
    public IActionResult Get([FromRoute] string contactId) => Answer(Workspace.Read(state => state.Contacts.TryGetValue(contactId, out var contact)
        ? views.Of(state, contact, state.Sessions.Values.Where(session => session.Contact == contact), Workspace.Clock.NowMs)
        : throw ErrorCatalog.Unknown("contact", contactId, "GET /_sandbox/conversations")));
}
