using System.Globalization;
using MockMessaging.Control;

namespace MockMessaging.Client;

/// <summary>The calls of the documented API a workspace has seen.</summary>
public sealed class WorkspaceRequests
{
    private readonly SandboxCalls _calls;

    internal WorkspaceRequests(SandboxCalls calls) => _calls = calls;

    /// <summary>Lists calls, oldest first. Keys are masked.</summary>
    /// <param name="method">Only those of this HTTP method.</param>
    /// <param name="path">Only those of this path, without /xms; a * at its end stands for anything.</param>
    /// <param name="status">Only those answered with this HTTP status.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<RequestList> ListAsync(string? method = null, string? path = null, int? status = null, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<RequestList>("/_sandbox/requests" + Query.Of(("method", method), ("path", path), ("status", status?.ToString(CultureInfo.InvariantCulture))), cancellationToken);

    /// <summary>Counts the calls that match, and says pass, fail or inconclusive, with the nearest misses.</summary>
    /// <param name="expected">Which calls, and how many of them.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<VerifyAnswer> VerifyAsync(VerifyRequest expected, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<VerifyRequest, VerifyAnswer>("/_sandbox/requests/verify", expected, cancellationToken);
}
