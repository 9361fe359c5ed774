using Microsoft.AspNetCore.Mvc;

namespace MockMessaging.Control;

/// <summary>How messages end.</summary>
[Tags("Outcomes")]
[Route("_sandbox/outcomes")]
internal sealed class OutcomesController : SandboxController
{
    /// <summary>List outcomes</summary>
    /// <remarks>The test numbers: the last four digits of the receiver's phone choose how a message's story goes.</remarks>
    [HttpGet(Name = "ListOutcomes")]
    [ProducesResponseType<OutcomeList>(StatusCodes.Status200OK)]
    public IActionResult List() => Answer(OutcomeList.All);
}
