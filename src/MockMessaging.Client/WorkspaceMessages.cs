using MockMessaging.Contract;
using MockMessaging.Control;
using MockMessaging.Time;

namespace MockMessaging.Client;

/// <summary>The messages of a workspace, in both directions.</summary>
public sealed class WorkspaceMessages
{
    private const string Path = "/_sandbox/messages";

    private readonly SandboxCalls _calls;

    internal WorkspaceMessages(SandboxCalls calls) => _calls = calls;

    /// <summary>Sends a message, as a client does with <c>POST /api/v1/message/send</c>.</summary>
    public async Task<OutBoundReciept> SendAsync(OutBoundMsg message, CancellationToken cancellationToken = default) =>
        (await _calls.PostAsync<OutBoundMsg, ApiResponse<OutBoundReciept>>("/api/v1/message/send", message, cancellationToken).ConfigureAwait(false)).Results![0];

    /// <summary>Lists messages.</summary>
    /// <param name="direction">Only <c>inbound</c> or <c>outbound</c>.</param>
    /// <param name="status">Only messages with this status at present.</param>
    /// <param name="contactId">Only messages of this contact.</param>
    /// <param name="text">Only messages that contain this text; upper and lower case are the same.</param>
    /// <param name="limit">Highest number of items, 1 to 1,000.</param>
    /// <param name="after">Only newer items: the <c>Next</c> of an earlier list.</param>
    /// <param name="before">Only older items: the <c>Next</c> of an earlier list with <c>newestFirst</c>.</param>
    /// <param name="newestFirst">True: the newest item comes first. Default: the oldest.</param>
    public Task<MessageList> ListAsync(
        string? direction = null, MessageStatus? status = null, string? contactId = null, string? text = null, int limit = 100, string? after = null, string? before = null, bool newestFirst = false, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<MessageList>(Path + Query.Of([("direction", direction), ("status", status is { } wanted ? WireNames.Of(wanted) : null), ("contactId", contactId), ("text", text), .. Query.Page(limit, after, before, newestFirst)]), cancellationToken);

    /// <summary>A message with all statuses, pushes and attempts, and what is still due.</summary>
    /// <param name="id">Id of the message, from the response of message/send.</param>
    public Task<MessageDetail> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<MessageDetail>($"{Path}/{Uri.EscapeDataString(id)}", cancellationToken);

    /// <summary>Sets a status of a sent message as if the provider had reported it.</summary>
    /// <param name="id">Id of the message, from the response of message/send.</param>
    /// <param name="error">For a failure: the provider's error.</param>
    public Task<MessageDetail> ForceStatusAsync(string id, MessageStatus status, ErrorRequest? error = null, TimeSpan? wait = null, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<ForcedStatus, MessageDetail>($"{Path}/{Uri.EscapeDataString(id)}/status" + Query.Of(("wait", IsoSpan.Of(wait))), new ForcedStatus { Status = WireNames.Of(status), Error = error }, cancellationToken);

    /// <summary>Lists contacts with their last message, in the order of these.</summary>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="after">Only what is newer: the <c>Next</c> of an earlier list.</param>
    /// <param name="before">Only what is older: the <c>Next</c> of an earlier list with the newest first.</param>
    /// <param name="newestFirst">True for the newest first. Default: the oldest first.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<ConversationList> ListConversationsAsync(
        int limit = 100, string? after = null, string? before = null, bool newestFirst = false, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<ConversationList>("/_sandbox/conversations" + Query.Of(Query.Page(limit, after, before, newestFirst)), cancellationToken);

    /// <summary>The latest conversation with a contact.</summary>
    public Task<ConversationView> GetConversationAsync(string contactId, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<ConversationView>($"/_sandbox/conversations/{Uri.EscapeDataString(contactId)}", cancellationToken);
}
