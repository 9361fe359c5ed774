using MockMessaging.Contract;
using MockMessaging.Control;

namespace MockMessaging.Client;

/// <summary>The messages of a workspace, both ways.</summary>
public sealed class WorkspaceMessages
{
    private const string Path = "/_sandbox/messages";

    private readonly SandboxCalls _calls;

    internal WorkspaceMessages(SandboxCalls calls) => _calls = calls;

    /// <summary>Sends a message, as the client would with <c>POST /api/v1/message/send</c>.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public async Task<OutBoundReciept> SendAsync(OutBoundMsg message, CancellationToken cancellationToken = default) =>
        (await _calls.PostAsync<OutBoundMsg, ApiResponse<OutBoundReciept>>("/api/v1/message/send", message, cancellationToken).ConfigureAwait(false)).Results![0];

    /// <summary>Lists messages.</summary>
    /// <param name="direction">Only <c>inbound</c> or <c>outbound</c>.</param>
    /// <param name="status">Only those that have this status now.</param>
    /// <param name="contactId">Only those of this contact.</param>
    /// <param name="text">Only those whose words contain this, in whatever case.</param>
    /// <param name="limit">At most so many, 1 to 1,000.</param>
    /// <param name="after">Only those newer than this message: the <c>Next</c> of an earlier list.</param>
    /// <param name="before">Only those older than this message: the <c>Next</c> of an earlier list with the newest first.</param>
    /// <param name="newestFirst">Whether the newest comes first. Default: the oldest.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<MessageList> ListAsync(
        string? direction = null, MessageStatus? status = null, string? contactId = null, string? text = null, int limit = 100, string? after = null, string? before = null, bool newestFirst = false, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<MessageList>(Path + Query.Of([("direction", direction), ("status", status is { } wanted ? WireNames.Of(wanted) : null), ("contactId", contactId), ("text", text), .. Query.Page(limit, after, before, newestFirst)]), cancellationToken);

    /// <summary>All that is known of a message: every status, every push and attempt, and what is still due.</summary>
    /// <param name="id">Its id, as the receipt gave it.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<MessageDetail> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<MessageDetail>($"{Path}/{Uri.EscapeDataString(id)}", cancellationToken);

    /// <summary>Gives a sent message a status as if its provider had reported it, and ends when the push was attempted.</summary>
    /// <param name="id">Its id, as the receipt gave it.</param>
    /// <param name="status">The status.</param>
    /// <param name="error">The provider's reason, for a failure.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<MessageDetail> ForceStatusAsync(string id, MessageStatus status, ErrorRequest? error = null, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<ForcedStatus, MessageDetail>($"{Path}/{Uri.EscapeDataString(id)}/status", new ForcedStatus { Status = WireNames.Of(status), Error = error }, cancellationToken);
}
