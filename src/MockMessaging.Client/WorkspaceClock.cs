using System.Globalization;
using MockMessaging.Control;
using MockMessaging.Time;

namespace MockMessaging.Client;

/// <summary>The clock of a workspace.</summary>
public sealed class WorkspaceClock
{
    private const string Path = "/_sandbox/clock";

    private readonly SandboxCalls _calls;

    internal WorkspaceClock(SandboxCalls calls) => _calls = calls;

    /// <summary>The time, the mode, and the number of pending timers.</summary>
    public Task<ClockView> GetAsync(CancellationToken cancellationToken = default) => _calls.GetAsync<ClockView>(Path, cancellationToken);

    /// <summary>Stops the clock; from now on it moves only when it is advanced.</summary>
    /// <param name="at">The time to set. Default: the current time of the clock.</param>
    public Task<ClockView> FreezeAsync(DateTimeOffset? at = null, CancellationToken cancellationToken = default) =>
        SetAsync(new ClockChange { Mode = ClockMode.Frozen, Now = at }, cancellationToken);

    /// <summary>Lets the clock run; what is due by then happens at once.</summary>
    /// <param name="scale">How many seconds of the workspace pass in one real second, above 0 and at most 1,000,000. Default 1.</param>
    /// <param name="from">The time to set. Default: the current time of the clock.</param>
    public Task<ClockView> RunAsync(double scale = 1, DateTimeOffset? from = null, CancellationToken cancellationToken = default) =>
        SetAsync(new ClockChange { Mode = ClockMode.Scaled, Scale = scale, Now = from }, cancellationToken);

    /// <summary>Sets the clock to the machine's time and lets it run; what is due by then happens at once.</summary>
    public Task<ClockView> FollowRealTimeAsync(CancellationToken cancellationToken = default) =>
        SetAsync(new ClockChange { Mode = ClockMode.Real }, cancellationToken);

    /// <summary>Moves the clock forward. Completes when everything due has happened and every push that this caused has been attempted.</summary>
    public Task<AdvanceAnswer> AdvanceAsync(TimeSpan by, CancellationToken cancellationToken = default) =>
        AdvanceAsync(new AdvanceRequest { By = IsoSpan.Of(by) }, cancellationToken);

    /// <summary>Moves the clock forward to a time, as <see cref="AdvanceAsync(TimeSpan, CancellationToken)"/> does.</summary>
    /// <param name="moment">Not before the current time of the clock.</param>
    public Task<AdvanceAnswer> AdvanceToAsync(DateTimeOffset moment, CancellationToken cancellationToken = default) =>
        AdvanceAsync(new AdvanceRequest { To = moment }, cancellationToken);

    /// <summary>Moves the clock forward until no timer is pending, as <see cref="AdvanceAsync(TimeSpan, CancellationToken)"/> does.</summary>
    public Task<AdvanceAnswer> AdvanceUntilIdleAsync(CancellationToken cancellationToken = default) =>
        AdvanceAsync(new AdvanceRequest { UntilIdle = true }, cancellationToken);

    /// <summary>What waits for the clock, soonest first; of a message its next step.</summary>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<DueList> DueAsync(int limit = 100, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<DueList>(Path + "/due" + Query.Of(("limit", limit.ToString(CultureInfo.InvariantCulture))), cancellationToken);

    private Task<ClockView> SetAsync(ClockChange change, CancellationToken cancelled) => _calls.SendAsync<ClockChange, ClockView>(HttpMethod.Put, Path, change, cancelled);

    private Task<AdvanceAnswer> AdvanceAsync(AdvanceRequest request, CancellationToken cancelled) =>
        _calls.PostAsync<AdvanceRequest, AdvanceAnswer>(Path + "/advance", request, cancelled);
}
