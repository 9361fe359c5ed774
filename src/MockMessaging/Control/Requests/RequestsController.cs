using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.Events;
using MockMessaging.Http;
using MockMessaging.Journal;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

[Tags("Requests")]
[Route("_sandbox/requests")]
internal sealed class RequestsController(ApiRoutes routes) : SandboxController
{
    private const int MostMisses = 3;
    private const int MostUnknown = 10;

    /// <summary>List requests</summary>
    /// <remarks>
    /// The journal: all requests to the API with this key, their response status and warnings. It also has requests that were refused, changed by a fault,
    /// or sent to an unknown route. Keys, tokens and cookies are masked.
    /// </remarks>
    /// <param name="method">Only requests with this HTTP method.</param>
    /// <param name="path">Only requests to this path, with or without /xms; a * at the end matches any rest.</param>
    /// <param name="status">Only requests with this response status; 0 for requests without a response.</param>
    /// <param name="header">Only requests with this header, written as <c>name: value</c>; can be given several times.</param>
    /// <param name="messageId">Only the request that sent this message.</param>
    [HttpGet(Name = "ListRequests")]
    [ProducesResponseType<RequestList>(StatusCodes.Status200OK)]
    public IActionResult List(
        [FromQuery] string? method = null, [FromQuery] string? path = null, [FromQuery] int? status = null, [FromQuery] string[]? header = null, [FromQuery] string? messageId = null,
        [FromQuery] int limit = Page.Most, [FromQuery] string? after = null, [FromQuery] string? before = null, [FromQuery] string? order = null)
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

    /// <summary>Verify requests</summary>
    /// <remarks>
    /// Counts the requests that match. The verdict is pass or fail, or inconclusive if the result depends on requests that are no longer stored, or whose
    /// body could not be stored or is not JSON.
    /// </remarks>
    [HttpPost("verify", Name = "VerifyRequests")]
    [ProducesResponseType<VerifyAnswer>(StatusCodes.Status200OK)]
    public IActionResult Verify([FromBody] VerifyRequest request)
    {
        if (new[] { request.Exactly, request.AtLeast, request.AtMost }.Count(given => given is not null) > 1
            || request.Exactly < 0 || request.AtLeast < 0 || request.AtMost < 0)
        {
            throw ErrorCatalog.Impossible("exactly", "Give only one of exactly, atLeast and atMost, and a number of 0 or more.");
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
            verdict, matched, undecided, evicted,
            verdict == "pass"
                ? []
                : [.. compared.Where(call => call.Differences.Count > 0).OrderBy(call => call.Differences.Count).ThenByDescending(call => call.Entry.Number).Take(MostMisses)
                    .Select(call => new NearMiss(RequestView.Of(call.Entry), call.Differences))],
            [.. compared.Where(call => call.IsUndecided).TakeLast(MostUnknown).Reverse().Select(call => new UndecidedRequest(RequestView.Of(call.Entry), call.Unknown!))]));
    }

    /// <summary>The true number is between the requests that match and those that may match; it has no upper limit if requests were evicted.</summary>
    private static string Judge(VerifyRequest request, int matched, int undecided, bool someAreEvicted)
    {
        var most = someAreEvicted ? int.MaxValue : matched + undecided;
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
                throw ErrorCatalog.WrongParameter("header", $"header: '{line}' is not in the form name: value, or its name is given twice.");
            }
        }

        return headers;
    }

    /// <summary>The journal also has requests to unknown routes, so this is allowed; but the path is probably misspelt.</summary>
    private void WarnOfPath(string? path, IReadOnlyList<JournalEntry> entries)
    {
        if (routes.WhyNoRoute(path) is { } reason && !entries.Any(entry => RequestPattern.FitsPath(path, entry.Path)))
        {
            SandboxWarnings.Add(HttpContext, [$"match.path: {reason}"]);
        }
    }
}
