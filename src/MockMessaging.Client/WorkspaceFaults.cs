using MockMessaging.Control;

namespace MockMessaging.Client;

/// <summary>Faults: failures on purpose.</summary>
public sealed class WorkspaceFaults
{
    private const string Path = "/_sandbox/faults";

    private readonly SandboxCalls _calls;

    internal WorkspaceFaults(SandboxCalls calls) => _calls = calls;

    /// <summary>Lists the faults, with how often each hit and will still hit.</summary>
    /// <param name="limit">Highest number of items, 1 to 1,000.</param>
    /// <param name="after">Only newer items: the <c>Next</c> of an earlier list.</param>
    /// <param name="before">Only older items: the <c>Next</c> of an earlier list with <c>newestFirst</c>.</param>
    /// <param name="newestFirst">True: the newest item comes first. Default: the oldest.</param>
    public Task<FaultList> ListAsync(int limit = 1_000, string? after = null, string? before = null, bool newestFirst = false, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<FaultList>(Path + Query.Of(Query.Page(limit, after, before, newestFirst)), cancellationToken);

    /// <summary>Makes requests or pushes fail on purpose.</summary>
    public Task<FaultView> AddAsync(FaultRequest fault, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<FaultRequest, FaultView>(Path, fault, cancellationToken);

    /// <summary>Pauses a fault: it hits nothing and counts nothing until it is resumed.</summary>
    /// <param name="id">Id or name of the fault.</param>
    public Task<FaultView> PauseAsync(string id, CancellationToken cancellationToken = default) => ChangeAsync(id, new FaultChange { Paused = true }, cancellationToken);

    /// <summary>Resumes a paused fault where it was.</summary>
    /// <param name="id">Id or name of the fault.</param>
    public Task<FaultView> ResumeAsync(string id, CancellationToken cancellationToken = default) => ChangeAsync(id, new FaultChange { Paused = false }, cancellationToken);

    /// <summary>Removes a fault.</summary>
    /// <param name="id">Id or name of the fault.</param>
    public Task RemoveAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.DeleteAsync($"{Path}/{Uri.EscapeDataString(id)}", cancellationToken);

    /// <summary>Removes all faults.</summary>
    public Task ClearAsync(CancellationToken cancellationToken = default) => _calls.DeleteAsync(Path, cancellationToken);

    private Task<FaultView> ChangeAsync(string id, FaultChange change, CancellationToken cancelled) =>
        _calls.SendAsync<FaultChange, FaultView>(HttpMethod.Patch, $"{Path}/{Uri.EscapeDataString(id)}", change, cancelled);
}
