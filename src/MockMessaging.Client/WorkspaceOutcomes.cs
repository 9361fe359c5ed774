using MockMessaging.Control;

namespace MockMessaging.Client;

/// <summary>What happens to the messages of a workspace.</summary>
public sealed class WorkspaceOutcomes
{
    private const string Path = "/_sandbox/outcomes";

    private readonly SandboxCalls _calls;

    internal WorkspaceOutcomes(SandboxCalls calls) => _calls = calls;

    /// <summary>All outcomes, and the rules of this workspace.</summary>
    /// <param name="limit">Highest number of items, 1 to 1,000.</param>
    /// <param name="after">Only newer items: the <c>Next</c> of an earlier list.</param>
    /// <param name="before">Only older items: the <c>Next</c> of an earlier list with <c>newestFirst</c>.</param>
    /// <param name="newestFirst">True: the newest item comes first. Default: the oldest.</param>
    public Task<OutcomeList> ListAsync(int limit = 1_000, string? after = null, string? before = null, bool newestFirst = false, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<OutcomeList>(Path + Query.Of(Query.Page(limit, after, before, newestFirst)), cancellationToken);

    /// <summary>Adds a rule that chooses the outcome of the next messages that match, whatever their phone ends with.</summary>
    public Task<OutcomeRuleView> AddAsync(OutcomeRuleRequest rule, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<OutcomeRuleRequest, OutcomeRuleView>(Path, rule, cancellationToken);

    /// <summary>Removes a rule.</summary>
    public Task RemoveAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.DeleteAsync($"{Path}/{Uri.EscapeDataString(id)}", cancellationToken);

    /// <summary>Removes all rules.</summary>
    public Task ClearAsync(CancellationToken cancellationToken = default) => _calls.DeleteAsync(Path, cancellationToken);
}
