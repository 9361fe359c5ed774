using MockMessaging.Control;
using MockMessaging.Time;

namespace MockMessaging.Client;

/// <summary>Time, as a workspace tells it.</summary>
public sealed class WorkspaceClock
{
    private const string Path = "/_sandbox/clock";

    private readonly SandboxCalls _calls;

    internal WorkspaceClock(SandboxCalls calls) => _calls = calls;

    /// <summary>What it shows, how it moves, and what waits to happen.</summary>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<ClockView> GetAsync(CancellationToken cancellationToken = default) =>
        _calls.GetAsync<ClockView>(Path, cancellationToken);

    /// <summary>Stops it: from now on things happen only when it is advanced.</summary>
    /// <param name="at">What it shall show. Default: what it shows now.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<ClockView> FreezeAsync(DateTimeOffset? at = null, CancellationToken cancellationToken = default) =>
        SetAsync(new ClockChange { Mode = ClockMode.Frozen, Now = at }, cancellationToken);

    /// <summary>Lets it run; what is due by then happens at once.</summary>
    /// <param name="scale">Its seconds per second of the machine, above 0 and at most 1,000,000. Default 1.</param>
    /// <param name="from">What it shall show. Default: what it shows now.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<ClockView> RunAsync(double scale = 1, DateTimeOffset? from = null, CancellationToken cancellationToken = default) =>
        SetAsync(new ClockChange { Mode = ClockMode.Scaled, Scale = scale, Now = from }, cancellationToken);

    /// <summary>Lets it show the machine's time again; what is due by then happens at once.</summary>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<ClockView> FollowRealTimeAsync(CancellationToken cancellationToken = default) =>
        SetAsync(new ClockChange { Mode = ClockMode.Real }, cancellationToken);

    /// <summary>Moves it on, and ends when all that falls due on the way has happened and every push so caused has been attempted.</summary>
    /// <param name="by">How far.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<AdvanceAnswer> AdvanceAsync(TimeSpan by, CancellationToken cancellationToken = default) =>
        AdvanceAsync(new AdvanceRequest { By = IsoSpan.Of(by) }, cancellationToken);

    /// <summary>Moves it on to a moment, as <see cref="AdvanceAsync(TimeSpan, CancellationToken)"/> does.</summary>
    /// <param name="moment">Not before what it shows.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<AdvanceAnswer> AdvanceToAsync(DateTimeOffset moment, CancellationToken cancellationToken = default) =>
        AdvanceAsync(new AdvanceRequest { To = moment }, cancellationToken);

    /// <summary>Moves it on until no timer is pending, as <see cref="AdvanceAsync(TimeSpan, CancellationToken)"/> does.</summary>
    /// <param name="cancellationToken">Gives up the call.</param>
    /// <exception cref="SandboxException">The server refused.</exception>
    public Task<AdvanceAnswer> AdvanceUntilIdleAsync(CancellationToken cancellationToken = default) =>
        AdvanceAsync(new AdvanceRequest { UntilIdle = true }, cancellationToken);

    private Task<ClockView> SetAsync(ClockChange change, CancellationToken cancelled) => _calls.SendAsync<ClockChange, ClockView>(HttpMethod.Put, Path, change, cancelled);

    private Task<AdvanceAnswer> AdvanceAsync(AdvanceRequest request, CancellationToken cancelled) =>
        _calls.PostAsync<AdvanceRequest, AdvanceAnswer>(Path + "/advance", request, cancelled);
}
