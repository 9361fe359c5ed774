using System.Globalization;
using System.Text.Json.Nodes;
using MockMessaging.Control;
using MockMessaging.Time;
using MockMessaging.Webhooks;

namespace MockMessaging.Client;

/// <summary>The pushes of a workspace to its client apps.</summary>
public sealed class WorkspacePushes
{
    private const string Path = "/_sandbox/webhooks";

    private readonly SandboxCalls _calls;

    internal WorkspacePushes(SandboxCalls calls) => _calls = calls;

    /// <summary>Sends a body of your own to a client app's webhook, such as one that no app expects.</summary>
    /// <param name="body">The body, pushed as it is.</param>
    /// <param name="app">Id or queue code of the client app. Default: the workspace's default app.</param>
    /// <param name="contactId">The push keeps its order among those of this contact. Default: contactId of the first contact in the body, if it has one.</param>
    /// <param name="wait">How long to wait until it has been attempted, at most 5 minutes. Default: no waiting, the push leaves after the response.</param>
    public Task<PushView> SendAsync(JsonNode body, string? app = null, string? contactId = null, TimeSpan? wait = null, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<PushRequest, PushView>("/_sandbox/pushes" + Query.Of(("wait", IsoSpan.Of(wait))), new PushRequest { App = app, Body = body, ContactId = contactId }, cancellationToken);

    /// <summary>Lists pushes with their attempts, and why a push failed or was skipped.</summary>
    /// <param name="messageId">Only pushes about this message.</param>
    /// <param name="contactId">Only pushes about this contact.</param>
    /// <param name="type">Only <c>messages</c>, <c>statuses</c> or <c>events</c>.</param>
    /// <param name="state">Only <c>pending</c>, <c>held</c>, <c>retrying</c>, <c>delivered</c>, <c>failed</c> or <c>skipped</c>.</param>
    /// <param name="limit">Highest number of items, 1 to 1,000.</param>
    /// <param name="after">Only newer items: the <c>Next</c> of an earlier list.</param>
    /// <param name="before">Only older items: the <c>Next</c> of an earlier list with <c>newestFirst</c>.</param>
    /// <param name="newestFirst">True: the newest item comes first. Default: the oldest.</param>
    public Task<PushList> ListAsync(
        string? messageId = null, string? contactId = null, string? type = null, string? state = null, int limit = 1_000, string? after = null, string? before = null, bool newestFirst = false, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<PushList>(Path + Query.Of([("messageId", messageId), ("contactId", contactId), ("type", type), ("state", state), .. Query.Page(limit, after, before, newestFirst)]), cancellationToken);

    /// <summary>A push with its request.</summary>
    /// <param name="id">Id of the push, also sent as <c>x-sandbox-push-id</c>.</param>
    public Task<PushDetail> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<PushDetail>($"{Path}/{Uri.EscapeDataString(id)}", cancellationToken);

    /// <summary>Sends a push once more, to the URL that is registered now. Completes when it has been attempted.</summary>
    public Task<PushDetail> ReplayAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<PushDetail>($"{Path}/{Uri.EscapeDataString(id)}/replay", cancellationToken);

    /// <summary>Checks if the registered webhook accepts pushes, and if not, why and what to do.</summary>
    public Task<WebhookCheck> CheckAsync(CancellationToken cancellationToken = default) =>
        _calls.PostAsync<WebhookCheck>(Path + "/check", cancellationToken);

    /// <summary>Fetches pushes, oldest first; no webhook needs to be registered.</summary>
    /// <param name="after">Only pushes after this cursor: the <c>Next</c> of an earlier list. Default: all stored pushes.</param>
    /// <param name="wait">How long to wait for a push in real time, at most 5 minutes. Default: no waiting.</param>
    /// <param name="appId">Only pushes to this client app.</param>
    /// <param name="limit">Highest number of items, 1 to 1,000.</param>
    /// <param name="newestFirst">True: the newest item comes first. Default: the oldest.</param>
    public Task<OutboxList> OutboxAsync(long after = 0, TimeSpan? wait = null, string? appId = null, int limit = 1_000, bool newestFirst = false, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<OutboxList>("/_sandbox/outbox" + Query.Of(("after", after.ToString(CultureInfo.InvariantCulture)), ("wait", IsoSpan.Of(wait)), ("appId", appId), ("limit", limit.ToString(CultureInfo.InvariantCulture)), ("order", newestFirst ? "newest" : null)), cancellationToken);
}
