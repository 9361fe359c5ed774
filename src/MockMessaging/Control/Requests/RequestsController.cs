using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.Events;
using MockMessaging.Http;
using MockMessaging.Journal;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>What was called.</summary>
[Tags("Requests")]
[Route("_sandbox/requests")]
internal sealed class RequestsController(ApiRoutes routes) : SandboxController
{
    private const int MostMisses = 3;
    private const int MostUnknown = 10;

    /// <summary>List calls</summary>
    /// <remarks>
    /// Every call of the API with this key: how it came, how it was answered, what was odd about it. Calls that were refused, spoilt by a fault
    /// or meant for no route are here too. Keys, tokens and cookies are masked.
    /// </remarks>
    /// <param name="method">Only those of this HTTP method.</param>
    /// <param name="path">Only those of this path, with or without /xms; a * at its end stands for anything.</param>
    /// <param name="status">Only those answered with this HTTP status; 0 for those without an answer.</param>
    /// <param name="header">Only those with this header, written as <c>name: value</c>; may be given several times.</param>
    /// <param name="messageId">Only the one that sent this message.</param>
    /// <param name="limit">At most so many, 1 to 1,000. Default 1,000.</param>
    /// <param name="after">Only those newer than this number: the <c>next</c> of an earlier answer.</param>
    /// <param name="before">Only those older than this number: the <c>next</c> of an earlier answer with the newest first.</param>
    /// <param name="order">oldest or newest first. Default oldest.</param>
    [HttpGet(Name = "ListRequests")]
    [ProducesResponseType<RequestList>(StatusCodes.Status200OK)]
    public IActionResult List(
        [FromQuery] string? method = null,
        [FromQuery] string? path = null,
        [FromQuery] int? status = null,
        [FromQuery] string[]? header = null,
        [FromQuery] string? messageId = null,
        [FromQuery] int limit = Page.Most,
        [FromQuery] string? after = null,
        [FromQuery] string? before = null,
        [FromQuery] string? order = null)
    {
        var page = Page.Of(limit, after, before, order);
        var match = new RequestMatch { Method = method, Path = path, Status = status, Headers = HeadersOf(header ?? []) };
        match.EnsurePossible(ErrorCatalog.WrongParameter, "");
        var mask = new KeyMask(Workspace.Key);
        var (entries, evicted) = Workspace.Journal.Read();
        var (found, next) = page.OfPlaces(entries, evicted, entry =>
            RequestComparison.Of(match, entry, mask).Matches && (messageId is null || entry.Message?.Id.ToString() == messageId));
        return Answer(new RequestList([.. found.Select(RequestView.Of)], evicted, next));
    }

    /// <summary>Verify calls</summary>
    /// <remarks>
    /// Counts the calls that match, and says pass, fail, or inconclusive where calls could tell otherwise that were forgotten, or whose body
    /// could not be kept or is not JSON.
    /// </remarks>
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

        var match = request.Match ?? new RequestMatch();
        match.EnsurePossible(ErrorCatalog.Impossible, "match.");
        var mask = new KeyMask(Workspace.Key);
        var (entries, evicted) = Workspace.Journal.Read();
        WarnOfPath(match.Path, entries);
        var compared = entries.Select(entry => RequestComparison.Of(match, entry, mask)).ToList();
        var matched = compared.Count(call => call.Matches);
        var undecided = compared.Count(call => call.IsUndecided);
        var verdict = Judge(request, matched, undecided, evicted > 0);
        return Answer(new VerifyAnswer(
            verdict,
            matched,
            undecided,
            evicted,
            verdict == "pass"
                ? []
                : [.. compared.Where(call => call.Differences.Count > 0).OrderBy(call => call.Differences.Count).ThenByDescending(call => call.Entry.Number).Take(MostMisses)
                    .Select(call => new NearMiss(RequestView.Of(call.Entry), call.Differences))],
            [.. compared.Where(call => call.IsUndecided).TakeLast(MostUnknown).Reverse().Select(call => new UndecidedCall(RequestView.Of(call.Entry), call.Unknown!))]));
    }

    /// <summary>What is counted lies between the calls that match and those that may, and has no upper end where some were forgotten.</summary>
    private static string Judge(VerifyRequest request, int matched, int undecided, bool someAreForgotten)
    {
        var most = someAreForgotten ? int.MaxValue : matched + undecided;
        var (least, limit) = request switch
        {
            { Exactly: { } exactly } => (exactly, exactly),
            { AtMost: { } atMost } => (0, atMost),
            _ => (request.AtLeast ?? 1, int.MaxValue),
        };
        return matched > limit || most < least ? "fail" : matched >= least && most <= limit ? "pass" : "inconclusive";
    }

    private static Dictionary<string, string?> HeadersOf(IEnumerable<string> lines)
    {
        var headers = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || !headers.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim()))
            {
                throw ErrorCatalog.WrongParameter("header", $"header: '{line}' is not written as name: value, or its name is given twice.");
            }
        }

        return headers;
    }

    /// <summary>A path without a route may well be verified, since such calls are kept too; but most likely it is misspelt.</summary>
    private void WarnOfPath(string? path, IReadOnlyList<JournalEntry> entries)
    {
        if (routes.WhyNoRoute(path) is { } reason && !entries.Any(entry => RequestPattern.FitsPath(path, entry.Path)))
        {
            SandboxWarnings.Add(HttpContext, [$"match.path: {reason}"]);
        }
    }
}
