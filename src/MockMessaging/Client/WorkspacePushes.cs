using System.Globalization;
using MockMessaging.Control;
using MockMessaging.Time;
using MockMessaging.Webhooks;

namespace MockMessaging.Client;

/// <summary>What a workspace pushes to its client apps.</summary>
public sealed class WorkspacePushes
{
    private const string Path = "/_sandbox/webhooks";

    private readonly SandboxCalls _calls;

    internal WorkspacePushes(SandboxCalls calls) => _calls = calls;

    /// <summary>Lists pushes with all their attempts; one that was skipped or failed says why.</summary>
    /// <param name="messageId">Only those that tell of this message.</param>
    /// <param name="contactId">Only those about this contact.</param>
    /// <param name="type">Only <c>messages</c>, <c>statuses</c> or <c>events</c>.</param>
    /// <param name="state">Only <c>pending</c>, <c>held</c>, <c>retrying</c>, <c>delivered</c>, <c>failed</c> or <c>skipped</c>.</param>
    /// <param name="limit">At most so many, 1 to 1,000.</param>
    /// <param name="after">Only what is newer: the <c>Next</c> of an earlier list.</param>
    /// <param name="before">Only what is older: the <c>Next</c> of an earlier list with the newest first.</param>
    /// <param name="newestFirst">Whether the newest comes first. Default: the oldest.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<PushList> ListAsync(
        string? messageId = null, string? contactId = null, string? type = null, string? state = null, int limit = 1_000, string? after = null, string? before = null, bool newestFirst = false, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<PushList>(Path + Query.Of([("messageId", messageId), ("contactId", contactId), ("type", type), ("state", state), .. Query.Page(limit, after, before, newestFirst)]), cancellationToken);

    /// <summary>A push with its request.</summary>
    /// <param name="id">Its id, also sent as <c>x-sandbox-push-id</c>.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<PushDetail> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<PushDetail>($"{Path}/{Uri.EscapeDataString(id)}", cancellationToken);

    /// <summary>Sends a push once more, to where the client app's pushes go now, and ends when it was attempted.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<PushDetail> ReplayAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<PushDetail>($"{Path}/{Uri.EscapeDataString(id)}/replay", cancellationToken);

    /// <summary>Whether the registered webhook takes pushes, and if not, why and what to do.</summary>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<WebhookCheck> CheckAsync(CancellationToken cancellationToken = default) =>
        _calls.PostAsync<WebhookCheck>(Path + "/check", cancellationToken);

    /// <summary>Fetches pushes, oldest first, whether or not a webhook is registered.</summary>
    /// <param name="after">Only what comes after this cursor, the <c>Next</c> of an earlier list. Default: all that is remembered.</param>
    /// <param name="wait">How long to wait for something to come, in real time, at most 5 minutes. Default: not at all.</param>
    /// <param name="appId">Only those for this client app.</param>
    /// <param name="limit">At most so many, 1 to 1,000.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<OutboxList> OutboxAsync(long after = 0, TimeSpan? wait = null, string? appId = null, int limit = 1_000, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<OutboxList>("/_sandbox/outbox" + Query.Of(("after", after.ToString(CultureInfo.InvariantCulture)), ("wait", IsoSpan.Of(wait)), ("appId", appId), ("limit", limit.ToString(CultureInfo.InvariantCulture))), cancellationToken);
}
