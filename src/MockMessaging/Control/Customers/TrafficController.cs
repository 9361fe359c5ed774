using Microsoft.AspNetCore.Mvc;
using MockMessaging.Conversations;
using MockMessaging.Errors;
using MockMessaging.Limits;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>A living inbox.</summary>
[Tags("Customers")]
[Route("_sandbox/traffic")]
internal sealed class TrafficController(InboundReceiver inbound, WorkspaceLimits limits) : SandboxController
{
    private const int MostContacts = 1_000;
    private const double FewestPerMinute = 0.001;
    private const double MostPerMinute = 6_000;
    private static readonly TimeSpan LongestTraffic = TimeSpan.FromDays(1);

    /// <summary>Look at the traffic</summary>
    /// <remarks>The customers who write by themselves at present.</remarks>
    /// <param name="limit">At most so many, 1 to 1,000. Default 1,000.</param>
    /// <param name="after">Only groups newer than this place: the <c>next</c> of an earlier answer.</param>
    /// <param name="before">Only groups older than this place: the <c>next</c> of an earlier answer with the newest first.</param>
    /// <param name="order">oldest or newest first. Default oldest.</param>
    [HttpGet(Name = "ListTraffic")]
    [ProducesResponseType<TrafficList>(StatusCodes.Status200OK)]
    public IActionResult List([FromQuery] int limit = Page.Most, [FromQuery] string? after = null, [FromQuery] string? before = null, [FromQuery] string? order = null)
    {
        var page = Page.Of(limit, after, before, order);
        return Answer(Workspace.Read(state =>
        {
            var (traffic, next) = page.OfPlaces(state.Traffics, 0, _ => true);
            return new TrafficList([.. traffic.Select(TrafficView.Of)], next);
        }));
    }

    /// <summary>Let customers write by themselves</summary>
    /// <remarks>
    /// Makes up customers who write by the workspace's clock and answer every other message that is sent to them. Who they are, what they say and
    /// when follows from the seed. It ends by itself, with a reset, when the workspace is full, or when the server stops.
    /// </remarks>
    /// <param name="request">How many, how much, and for how long.</param>
    [HttpPost(Name = "StartTraffic")]
    [ProducesResponseType<TrafficView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Start([FromBody] TrafficRequest request)
    {
        var length = Spans.Of(request.For ?? "PT10M", "for", LongestTraffic);
        if (request.Contacts is < 1 or > MostContacts)
        {
            throw ErrorCatalog.Impossible("contacts", $"contacts: {request.Contacts} is not 1 to {MostContacts}.");
        }

        if (request.InboundPerMinute is not (>= FewestPerMinute and <= MostPerMinute))
        {
            throw ErrorCatalog.Impossible("inboundPerMinute", $"inboundPerMinute: {request.InboundPerMinute} is not {FewestPerMinute} to {MostPerMinute}.");
        }

        return Answer(TrafficView.Of(await Acting.ExecuteAsync(transaction =>
        {
            if (transaction.State.Traffics.Count >= limits.RulesKept)
            {
                throw ErrorCatalog.Conflict("traffic", $"The workspace has {limits.RulesKept} groups of customers who write (Limits:RulesKept); DELETE /_sandbox/traffic stops them.");
            }

            return inbound.StartTraffic(
                transaction, Acting.ActingApp(transaction.State), request.ChannelId, request.Contacts, request.InboundPerMinute, transaction.Now + (long)length.TotalMilliseconds);
        }).ConfigureAwait(false)));
    }

    /// <summary>Stop the traffic</summary>
    /// <remarks>Nobody writes by themselves any more.</remarks>
    [HttpDelete(Name = "StopTraffic")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Stop()
    {
        await Acting.ExecuteAsync(transaction =>
        {
            transaction.State.Traffics.ForEach(traffic => traffic.IsStopped = true);
            transaction.State.Traffics.Clear();
            return true;
        }).ConfigureAwait(false);
        return new NoContentResult();
    }
}
