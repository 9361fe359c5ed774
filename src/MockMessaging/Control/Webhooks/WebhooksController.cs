using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.State;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

[Tags("Webhooks")]
[Route("_sandbox/webhooks")]
internal sealed class WebhooksController(PushSender sender, PushBuilder pushes, WebhookProbe probe, ReceiverViews receivers) : SandboxController
{
    private static readonly IReadOnlyList<string> States = Choice.NamesOf<PushState>();

    /// <summary>List pushes</summary>
    /// <remarks>
    /// All pushes of the workspace with their attempts, and why a push failed or was skipped. For each receiver: how many pushes wait, since when, and why
    /// the last failed attempt failed.
    /// </remarks>
    /// <param name="messageId">Only pushes about this message.</param>
    /// <param name="contactId">Only pushes about this contact.</param>
    /// <param name="type">Only pushes of this type: messages, statuses, events, contactinfo or raw.</param>
    /// <param name="state">Only pushes in this state: pending, held, retrying, delivered, failed or skipped.</param>
    [HttpGet(Name = "ListPushes")]
    [ProducesResponseType<PushList>(StatusCodes.Status200OK)]
    public IActionResult List(
        [FromQuery] string? messageId = null, [FromQuery] string? contactId = null, [FromQuery] string? type = null, [FromQuery] string? state = null,
        [FromQuery] int limit = Page.Most, [FromQuery] string? after = null, [FromQuery] string? before = null, [FromQuery] string? order = null)
    {
        var page = Page.Of(limit, after, before, order);
        var wanted = PushSubjects.Type(type, "type", ErrorCatalog.WrongParameter);
        Choice.Ensure(state, States, "state");
        PushState? stage = state is null ? null : Enum.Parse<PushState>(state, ignoreCase: true);
        return Answer(Workspace.Read(held =>
        {
            var (found, next) = page.OfPlaces([.. held.Pushes.Items], held.Pushes.Evicted, push =>
                (messageId is null || push.IsAbout(messageId))
                && (contactId is null || push.ContactId == contactId)
                && (wanted is null || push.Type == wanted)
                && (stage is null || push.State == stage));
            return new PushList([.. found.Select(PushViews.Of)], held.Pushes.Evicted, receivers.Of(Workspace, held), next);
        }));
    }

    /// <summary>Get a push</summary>
    /// <remarks>The push with its request and all attempts: the response of the receiver, or why there was none.</remarks>
    /// <param name="id">Id of the push, also sent as x-sandbox-push-id.</param>
    [HttpGet("{id}", Name = "GetPush")]
    [ProducesResponseType<PushDetail>(StatusCodes.Status200OK)]
    public IActionResult Get([FromRoute] string id) => Answer(Workspace.Read(state => DetailOf(Find(state, id))));

    /// <summary>Send a push again</summary>
    /// <remarks>Sends the same body once more, to the URL that is registered now. The response comes when the push has been attempted.</remarks>
    /// <param name="id">Id of the push to send again.</param>
    [HttpPost("{id}/replay", Name = "ReplayPush")]
    [ProducesResponseType<PushDetail>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Replay([FromRoute] string id)
    {
        var replayed = Workspace.Execute(transaction =>
        {
            var push = Find(transaction.State, id);
            return (push.Type == PushType.ContactInfo ? push.Url : push.App?.Webhook) is { Length: > 0 } url && push.BodyNow().Length > 0
                ? pushes.Replay(transaction, push, url)
                : throw ErrorCatalog.Conflict("id", "The client app of this push has no webhook; register one with POST /api/v1/config/webhook.");
        }, trace: Acting.Trace);
        await replayed.Durable.ConfigureAwait(false);
        await replayed.Value.Settled.WaitAsync(HttpContext.RequestAborted).ConfigureAwait(false);
        return Answer(Workspace.Read(_ => DetailOf(replayed.Value)));
    }

    /// <summary>Check the webhook</summary>
    /// <remarks>
    /// Sends a push without items, with the header x-sandbox-check, to the registered URL. The response says whether the URL accepts pushes, and if not, why
    /// and what to do.
    /// </remarks>
    [HttpPost("check", Name = "CheckWebhook")]
    [ProducesResponseType<WebhookCheck>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Check()
    {
        var app = Workspace.Read(Acting.ActingApp);
        return Answer(await probe.CheckAsync(Workspace, app, Acting.Trace, HttpContext.RequestAborted).ConfigureAwait(false));
    }

    private static Push Find(WorkspaceState state, string id) =>
        state.Pushes.Items.FirstOrDefault(push => push.Id.ToString() == id) ?? throw ErrorCatalog.Unknown("push", id, "GET /_sandbox/webhooks");

    private PushDetail DetailOf(Push push) => new(PushViews.Of(push), sender.HeadersOf(push).ToDictionary(), Bodies.Read(push.BodyNow()));
}
