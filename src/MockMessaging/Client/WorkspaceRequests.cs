using System.Globalization;
using MockMessaging.Control;

namespace MockMessaging.Client;

/// <summary>The calls of the documented API a workspace has seen.</summary>
public sealed class WorkspaceRequests
{
    private readonly SandboxCalls _calls;

    internal WorkspaceRequests(SandboxCalls calls) => _calls = calls;

    /// <summary>Lists calls, also those that were refused, spoilt by a fault, or meant for no route. Keys are masked.</summary>
    /// <param name="method">Only those of this HTTP method.</param>
    /// <param name="path">Only those of this path, with or without /xms; a * at its end stands for anything.</param>
    /// <param name="status">Only those answered with this HTTP status; 0 for those without an answer.</param>
    /// <param name="header">Only those with this header, written as <c>name: value</c>.</param>
    /// <param name="messageId">Only the one that sent this message.</param>
    /// <param name="limit">At most so many, 1 to 1,000.</param>
    /// <param name="after">Only what is newer: the <c>Next</c> of an earlier list.</param>
    /// <param name="before">Only what is older: the <c>Next</c> of an earlier list with the newest first.</param>
    /// <param name="newestFirst">Whether the newest comes first. Default: the oldest.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<RequestList> ListAsync(string? method = null, string? path = null, int? status = null, string? header = null, string? messageId = null, int limit = 1_000, string? after = null, string? before = null, bool newestFirst = false, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<RequestList>("/_sandbox/requests" + Query.Of([("method", method), ("path", path), ("status", status?.ToString(CultureInfo.InvariantCulture)), ("header", header), ("messageId", messageId), .. Query.Page(limit, after, before, newestFirst)]), cancellationToken);

    /// <summary>Counts the calls that match, and says pass, fail or inconclusive, with the nearest misses.</summary>
    /// <param name="expected">Which calls, and how many of them.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<VerifyAnswer> VerifyAsync(VerifyRequest expected, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<VerifyRequest, VerifyAnswer>("/_sandbox/requests/verify", expected, cancellationToken);
}
