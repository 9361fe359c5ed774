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
    public Task<FaultList> ListAsync(CancellationToken cancellationToken = default) =>
        _calls.GetAsync<FaultList>(Path, cancellationToken);

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
