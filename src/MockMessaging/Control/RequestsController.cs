using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;

namespace MockMessaging.Control;

/// <summary>What was called.</summary>
[Tags("Requests")]
[Route("_sandbox/requests")]
internal sealed class RequestsController : SandboxController
{
    private const int MostMisses = 3;

    /// <summary>List calls</summary>
    /// <remarks>Every call of the API with this key: how it came, how it was answered, what was odd about it. Keys are masked.</remarks>
    /// <param name="method">Only those of this HTTP method.</param>
    /// <param name="path">Only those of this path, without /xms; a * at its end stands for anything.</param>
    /// <param name="status">Only those answered with this HTTP status.</param>
    [HttpGet(Name = "ListRequests")]
    [ProducesResponseType<RequestList>(StatusCodes.Status200OK)]
    public IActionResult List([FromQuery] string? method = null, [FromQuery] string? path = null, [FromQuery] int? status = null)
    {
        var match = new RequestMatch { Method = method, Path = path, Status = status };
        var (entries, evicted) = Workspace.Journal.Read();
        return Answer(new RequestList([.. entries.Where(entry => match.DifferencesTo(entry).Count == 0).Select(RequestView.Of)], evicted));
    }

    /// <summary>Verify calls</summary>
    /// <remarks>Counts the calls that match, and says pass, fail, or inconclusive where calls were forgotten that could tell otherwise.</remarks>
    /// <param name="request">Which calls, and how many of them.</param>
    [HttpPost("verify", Name = "VerifyRequests")]
    [ProducesResponseType<VerifyAnswer>(StatusCodes.Status200OK)]
    public IActionResult Verify([FromBody] VerifyRequest request)
    {
        if (new[] { request.Exactly, request.AtLeast, request.AtMost }.Count(given => given is not null) > 1
            || request.Exactly < 0 || request.AtLeast < 0 || request.AtMost < 0)
        {
            throw ErrorCatalog.Impossible("exactly", "Give one of exactly, atLeast and atMost, 0 or more.");
        }

        var (entries, evicted) = Workspace.Journal.Read();
        var compared = entries.Select(entry => (Entry: entry, Differences: (request.Match ?? new RequestMatch()).DifferencesTo(entry))).ToList();
        var matched = compared.Count(call => call.Differences.Count == 0);
        var verdict = Judge(request, matched, evicted > 0);
        return Answer(new VerifyAnswer(
            verdict,
            matched,
            evicted,
            verdict == "pass"
                ? []
                : [.. compared.Where(call => call.Differences.Count > 0).OrderBy(call => call.Differences.Count).ThenByDescending(call => call.Entry.Number).Take(MostMisses)
                    .Select(call => new NearMiss(RequestView.Of(call.Entry), call.Differences))]));
    }

    private static string Judge(VerifyRequest request, int matched, bool someAreForgotten) => request switch
    {
        { Exactly: { } exactly } => matched > exactly ? "fail" : someAreForgotten ? "inconclusive" : matched == exactly ? "pass" : "fail",
        { AtMost: { } most } => matched > most ? "fail" : someAreForgotten ? "inconclusive" : "pass",
        _ => matched >= (request.AtLeast ?? 1) ? "pass" : someAreForgotten ? "inconclusive" : "fail",
    };
}
