using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.Time;

namespace MockMessaging.Control;

[Tags("Clock")]
[Route("_sandbox/clock")]
internal sealed class ClockController(ClockDriver driver) : SandboxController
{
    /// <summary>Read the clock</summary>
    /// <remarks>The time, the mode, and the number of pending timers.</remarks>
    [HttpGet(Name = "GetClock")]
    [ProducesResponseType<ClockView>(StatusCodes.Status200OK)]
    public IActionResult Get() => Answer(ClockView.Of(Workspace));

    /// <summary>List what is due</summary>
    /// <remarks>What happens when the clock moves on, soonest first: statuses and replies, pushes that are held back or tried again, customers who write by themselves.</remarks>
    /// <param name="limit">How many at most, 1 to 1,000. Default 100.</param>
    [HttpGet("due", Name = "ListDue")]
    [ProducesResponseType<DueList>(StatusCodes.Status200OK)]
    public IActionResult Due([FromQuery] int limit = 100)
    {
        var (due, total) = Workspace.NextTimers(Page.Of(limit, null, null, null).Limit, DueItem.Of);
        return Answer(new DueList(due, total));
    }

    /// <summary>Set the clock</summary>
    /// <remarks>Freezes the clock, lets it run, changes its speed, or sets its time. Unless it is frozen, everything due by then happens at once.</remarks>
    [HttpPut(Name = "SetClock")]
    [ProducesResponseType<ClockView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Set([FromBody] ClockChange change)
    {
        await Workspace.SetClock(ClockDriver.Parsed(change, Workspace.Clock)).ConfigureAwait(false);
        return Answer(ClockView.Of(Workspace));
    }

    /// <summary>Advance the clock</summary>
    /// <remarks>Moves the clock forward. Everything due happens in order; the response comes when every push that this caused has been attempted.</remarks>
    [HttpPost("advance", Name = "AdvanceClock")]
    [ProducesResponseType<AdvanceAnswer>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Advance([FromBody] AdvanceRequest request) =>
        Answer(await driver.AdvanceAsync(Workspace, Target(request), HttpContext.RequestAborted).ConfigureAwait(false));

    /// <summary>Where to stop; null to stop when no timer is pending.</summary>
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
            throw ErrorCatalog.WrongValue(nameof(AdvanceRequest), span is null ? "to" : "by", $"The clock shows {now:O} and cannot go beyond {TimeLimits.Latest:O}.");
        }

        var target = now + span ?? request.To;
        return target < now ? throw ErrorCatalog.WrongValue(nameof(AdvanceRequest), "to", $"The clock shows {now:O} and this route only moves it forward; PUT /_sandbox/clock sets it back.") : target;
    }
}
