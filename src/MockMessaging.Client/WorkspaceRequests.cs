using System.Globalization;
using MockMessaging.Control;

namespace MockMessaging.Client;

/// <summary>The journal of a workspace: its requests to the messaging API.</summary>
public sealed class WorkspaceRequests
{
    private readonly SandboxCalls _calls;

    internal WorkspaceRequests(SandboxCalls calls) => _calls = calls;

    /// <summary>Lists requests, also those that were refused, changed by a fault, or sent to an unknown route. Keys are masked.</summary>
    /// <param name="method">Only requests with this HTTP method.</param>
    /// <param name="path">Only requests to this path, with or without /xms; a * at the end matches any rest.</param>
    /// <param name="status">Only requests with this response status; 0 for requests without a response.</param>
    /// <param name="header">Only requests with this header, written as <c>name: value</c>.</param>
    /// <param name="messageId">Only the request that sent this message.</param>
    /// <param name="limit">Highest number of items, 1 to 1,000.</param>
    /// <param name="after">Only newer items: the <c>Next</c> of an earlier list.</param>
    /// <param name="before">Only older items: the <c>Next</c> of an earlier list with <c>newestFirst</c>.</param>
    /// <param name="newestFirst">True: the newest item comes first. Default: the oldest.</param>
    public Task<RequestList> ListAsync(string? method = null, string? path = null, int? status = null, string? header = null, string? messageId = null, int limit = 1_000, string? after = null, string? before = null, bool newestFirst = false, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<RequestList>("/_sandbox/requests" + Query.Of([("method", method), ("path", path), ("status", status?.ToString(CultureInfo.InvariantCulture)), ("header", header), ("messageId", messageId), .. Query.Page(limit, after, before, newestFirst)]), cancellationToken);

    /// <summary>Counts the requests that match; the verdict is pass, fail or inconclusive, with the requests that almost match.</summary>
    public Task<VerifyAnswer> VerifyAsync(VerifyRequest expected, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<VerifyRequest, VerifyAnswer>("/_sandbox/requests/verify", expected, cancellationToken);

    /// <summary>Lists the requests to the server's own routes message/receive and contact/info.</summary>
    /// <param name="limit">Highest number of items, 1 to 1,000.</param>
    /// <param name="after">Only newer items: the <c>Next</c> of an earlier list.</param>
    /// <param name="before">Only older items: the <c>Next</c> of an earlier list with <c>newestFirst</c>.</param>
    /// <param name="newestFirst">True: the newest item comes first. Default: the oldest.</param>
    public Task<CallbackList> ListCallbacksAsync(int limit = 1_000, string? after = null, string? before = null, bool newestFirst = false, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<CallbackList>("/_sandbox/callbacks" + Query.Of(Query.Page(limit, after, before, newestFirst)), cancellationToken);
}
