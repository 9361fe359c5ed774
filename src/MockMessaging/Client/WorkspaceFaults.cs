using MockMessaging.Control;

namespace MockMessaging.Client;

/// <summary>Failures on purpose.</summary>
public sealed class WorkspaceFaults
{
    private const string Path = "/_sandbox/faults";

    private readonly SandboxCalls _calls;

    internal WorkspaceFaults(SandboxCalls calls) => _calls = calls;

    /// <summary>All faults, each with how often it struck and will strike.</summary>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<FaultList> ListAsync(CancellationToken cancellationToken = default) => ListAsync(limit: 1_000, cancellationToken: cancellationToken);

    /// <summary>One page of them.</summary>
    /// <param name="limit">At most so many, 1 to 1,000.</param>
    /// <param name="after">Only what is newer: the <c>Next</c> of an earlier list.</param>
    /// <param name="before">Only what is older: the <c>Next</c> of an earlier list with the newest first.</param>
    /// <param name="newestFirst">Whether the newest comes first. Default: the oldest.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<FaultList> ListAsync(int limit, string? after = null, string? before = null, bool newestFirst = false, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<FaultList>(Path + Query.Of(Query.Page(limit, after, before, newestFirst)), cancellationToken);

    /// <summary>Makes calls or pushes go wrong.</summary>
    /// <param name="fault">What, when and how often.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<FaultView> AddAsync(FaultRequest fault, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<FaultRequest, FaultView>(Path, fault, cancellationToken);

    /// <summary>Removes a fault.</summary>
    /// <param name="id">Its id or its name.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task RemoveAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.DeleteAsync($"{Path}/{Uri.EscapeDataString(id)}", cancellationToken);

    /// <summary>Removes all faults.</summary>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task ClearAsync(CancellationToken cancellationToken = default) =>
        _calls.DeleteAsync(Path, cancellationToken);
}
