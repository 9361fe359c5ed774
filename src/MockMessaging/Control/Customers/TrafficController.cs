using Microsoft.AspNetCore.Mvc;
using MockMessaging.Conversations;
using MockMessaging.Errors;
using MockMessaging.Limits;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

[Tags("Customers")]
[Route("_sandbox/traffic")]
internal sealed class TrafficController(InboundReceiver inbound, WorkspaceLimits limits) : SandboxController
{
    private const int MostContacts = 1_000;
    private const double FewestPerMinute = 0.001;
    private const double MostPerMinute = 6_000;
    private static readonly TimeSpan LongestTraffic = TimeSpan.FromDays(1);

    /// <summary>List the traffic</summary>
    /// <remarks>The groups of made-up customers who write by themselves at present.</remarks>
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
    /// Makes up customers who write by the workspace's clock and reply to every second message sent to them. The seed decides who they are, what they
    /// write and when. It ends when its time is over, with a reset, when the workspace is full, or when the server stops.
    /// </remarks>
    [HttpPost(Name = "StartTraffic")]
    [ProducesResponseType<TrafficView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Start([FromBody] TrafficRequest request)
    {
        var length = Spans.Of(request.For ?? "PT10M", "for", LongestTraffic);
        if (request.Contacts is < 1 or > MostContacts)
        {
            throw ErrorCatalog.Impossible("contacts", $"contacts: {request.Contacts} is not between 1 and {MostContacts}.");
        }

        if (request.InboundPerMinute is not (>= FewestPerMinute and <= MostPerMinute))
        {
            throw ErrorCatalog.Impossible("inboundPerMinute", $"inboundPerMinute: {request.InboundPerMinute} is not between {FewestPerMinute} and {MostPerMinute}.");
        }

        return Answer(TrafficView.Of(await Acting.ExecuteAsync(transaction =>
        {
            if (transaction.State.Traffics.Count >= limits.RulesKept)
            {
                throw ErrorCatalog.Conflict("traffic", $"The workspace already has {limits.RulesKept} groups of customers (Limits:RulesKept); DELETE /_sandbox/traffic stops them.");
            }

            return inbound.StartTraffic(
                transaction, Acting.ActingApp(transaction.State), request.ChannelId, request.Contacts, request.InboundPerMinute, transaction.Now + (long)length.TotalMilliseconds);
        }).ConfigureAwait(false)));
    }

    /// <summary>Stop the traffic</summary>
    /// <remarks>Stops all groups of customers.</remarks>
    [HttpDelete(Name = "StopTraffic")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Stop() => StopAsync(_ => true);

    /// <summary>Stop one group of customers</summary>
    /// <remarks>The other groups go on.</remarks>
    /// <param name="id">Id of the group.</param>
    [HttpDelete("{id}", Name = "StopTrafficGroup")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> StopOne([FromRoute] string id) => Workspace.Read(state => state.Traffics.Exists(traffic => traffic.Id == id))
        ? StopAsync(traffic => traffic.Id == id)
        : throw ErrorCatalog.Unknown("traffic", id, "GET /_sandbox/traffic");

    private Task<IActionResult> StopAsync(Predicate<Traffic> which) => ChangeAsync(transaction =>
    {
        transaction.State.Traffics.FindAll(which).ForEach(traffic => traffic.IsStopped = true);
        transaction.State.Traffics.RemoveAll(which);
        transaction.AddEvent(WorkspaceEventKind.Traffic);
    });
}

internal static class TrafficViews
{
    extension(TrafficView)
    {
        public static TrafficView Of(Traffic traffic) => new(traffic.Id, traffic.ChannelId, traffic.PerMinute, traffic.ContactIds, Instants.Of(traffic.UntilMs), traffic.Written);
    }
}
