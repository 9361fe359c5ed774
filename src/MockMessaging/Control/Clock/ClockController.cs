using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.Time;

namespace MockMessaging.Control;

/// <summary>The workspace's time.</summary>
[Tags("Clock")]
[Route("_sandbox/clock")]
internal sealed class ClockController(ClockDriver driver) : SandboxController
{
    private const double FastestScale = 1_000_000;

    /// <summary>Read the clock</summary>
    /// <remarks>What it shows, how it moves, and what waits to happen.</remarks>
    [HttpGet(Name = "GetClock")]
    [ProducesResponseType<ClockView>(StatusCodes.Status200OK)]
    public IActionResult Get() => Answer(ClockView.Of(Workspace));

    /// <summary>Set the clock</summary>
    /// <remarks>Freezes it, lets it run, runs it faster, or moves it; what is due then happens at once unless it is frozen.</remarks>
    /// <param name="change">How time shall move.</param>
    [HttpPut(Name = "SetClock")]
    [ProducesResponseType<ClockView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Set([FromBody] ClockChange change)
    {
        var mode = change.Mode ?? (change.Scale is null ? Workspace.Clock.Mode : ClockMode.Scaled);
        var scale = change.Scale ?? (mode == ClockMode.Scaled && Workspace.Clock.Scale > 0 ? Workspace.Clock.Scale : 1);
        if (scale is not (> 0 and <= FastestScale))
        {
            throw ErrorCatalog.WrongValue(nameof(ClockChange), "scale", $"scale is above 0 and at most {FastestScale}; to stop time use the mode frozen.");
        }

        if (change.Now < TimeLimits.Earliest || change.Now > TimeLimits.Latest)
        {
            throw ErrorCatalog.WrongValue(nameof(ClockChange), "now", $"now: {change.Now:O} is not from {TimeLimits.Earliest:O} to {TimeLimits.Latest:O}.");
        }

        await Workspace.SetClock(clock => clock.Set(mode, change.Now, scale)).ConfigureAwait(false);
        return Answer(ClockView.Of(Workspace));
    }

    /// <summary>Advance the clock</summary>
    /// <remarks>Fires what falls due on the way, in order, and answers when every push so caused has been attempted.</remarks>
    /// <param name="request">How far.</param>
    [HttpPost("advance", Name = "AdvanceClock")]
    [ProducesResponseType<AdvanceAnswer>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Advance([FromBody] AdvanceRequest request) =>
        Answer(await driver.AdvanceAsync(Workspace, Target(request), HttpContext.RequestAborted).ConfigureAwait(false));

    /// <summary>Where to stop; none for when nothing is left to happen.</summary>
    private DateTimeOffset? Target(AdvanceRequest request)
    {
        if (new object?[] { request.By, request.To, request.UntilIdle is true ? true : null }.Count(given => given is not null) != 1)
        {
            throw ErrorCatalog.WrongValue(nameof(AdvanceRequest), "by", "Give exactly one of by, to and untilIdle.");
        }

        var now = Workspace.Clock.GetUtcNow();
        var span = Spans.OfOptional(request.By, "by", TimeSpan.MaxValue);
        if (span > TimeLimits.Latest - now || request.To > TimeLimits.Latest)
        {
            throw ErrorCatalog.WrongValue(nameof(AdvanceRequest), span is null ? "to" : "by", $"No clock goes beyond {TimeLimits.Latest:O}, and this one shows {now:O}.");
        }

        var target = now + span ?? request.To;
        return target < now ? throw ErrorCatalog.WrongValue(nameof(AdvanceRequest), "to", $"The clock shows {now:O} and only moves forward here; PUT /_sandbox/clock sets it back.") : target;
    }
}
