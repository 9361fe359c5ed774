using MockMessaging.Control;

namespace MockMessaging.Client;

/// <summary>How the messages of a workspace fare.</summary>
public sealed class WorkspaceOutcomes
{
    private const string Path = "/_sandbox/outcomes";

    private readonly SandboxCalls _calls;

    internal WorkspaceOutcomes(SandboxCalls calls) => _calls = calls;

    /// <summary>The outcomes there are, and the rules of this workspace.</summary>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<OutcomeList> ListAsync(CancellationToken cancellationToken = default) => ListAsync(limit: 1_000, cancellationToken: cancellationToken);

    /// <summary>One page of them.</summary>
    /// <param name="limit">At most so many, 1 to 1,000.</param>
    /// <param name="after">Only what is newer: the <c>Next</c> of an earlier list.</param>
    /// <param name="before">Only what is older: the <c>Next</c> of an earlier list with the newest first.</param>
    /// <param name="newestFirst">Whether the newest comes first. Default: the oldest.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<OutcomeList> ListAsync(int limit, string? after = null, string? before = null, bool newestFirst = false, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<OutcomeList>(Path + Query.Of(Query.Page(limit, after, before, newestFirst)), cancellationToken);

    /// <summary>Adds a rule: the next messages that match it fare as it says, whatever their phone ends with.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<OutcomeRuleView> AddAsync(OutcomeRuleRequest rule, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<OutcomeRuleRequest, OutcomeRuleView>(Path, rule, cancellationToken);

    /// <summary>Removes a rule.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task RemoveAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.DeleteAsync($"{Path}/{Uri.EscapeDataString(id)}", cancellationToken);

    /// <summary>Removes all rules.</summary>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task ClearAsync(CancellationToken cancellationToken = default) =>
        _calls.DeleteAsync(Path, cancellationToken);
}
