using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.State;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>What was pushed, and what was not.</summary>
[Tags("Webhooks")]
[Route("_sandbox/webhooks")]
internal sealed class WebhooksController(PushSender sender, PushBuilder pushes, WebhookProbe probe, ReceiverViews receivers) : SandboxController
{
    private static readonly IReadOnlyList<string> States = Choice.NamesOf<PushState>();

    /// <summary>List pushes</summary>
    /// <remarks>
    /// Every push of the workspace with all its attempts; a push that was skipped or failed says why. For each receiver it tells how many wait
    /// for it, since when, and why the last attempt failed that did.
    /// </remarks>
    /// <param name="messageId">Only those that tell of this message.</param>
    /// <param name="contactId">Only those about this contact.</param>
    /// <param name="type">Only messages, statuses, events or contactinfo.</param>
    /// <param name="state">Only pending, held, retrying, delivered, failed or skipped.</param>
    /// <param name="limit">At most so many, 1 to 1,000. Default 1,000.</param>
    /// <param name="after">Only those newer than this place: the <c>next</c> of an earlier answer.</param>
    /// <param name="before">Only those older than this place: the <c>next</c> of an earlier answer with the newest first.</param>
    /// <param name="order">oldest or newest first. Default oldest.</param>
    [HttpGet(Name = "ListPushes")]
    [ProducesResponseType<PushList>(StatusCodes.Status200OK)]
    public IActionResult List(
        [FromQuery] string? messageId = null,
        [FromQuery] string? contactId = null,
        [FromQuery] string? type = null,
        [FromQuery] string? state = null,
        [FromQuery] int limit = Page.Most,
        [FromQuery] string? after = null,
        [FromQuery] string? before = null,
        [FromQuery] string? order = null)
    {
        var page = Page.Of(limit, after, before, order);
        var wanted = PushSubjects.Type(type, "type", ErrorCatalog.WrongParameter);
        Choice.Ensure(state, States, "state");
        PushState? stage = state is null ? null : Enum.Parse<PushState>(state, ignoreCase: true);
        return Answer(Workspace.Read(held =>
        {
            var (found, next) = page.OfPlaces([.. held.Pushes.Items], held.Pushes.Evicted, push =>
                (messageId is null || push.Message?.Id.ToString() == messageId)
                && (contactId is null || push.ContactId == contactId)
                && (wanted is null || push.Type == wanted)
                && (stage is null || push.State == stage));
            return new PushList([.. found.Select(PushViews.Of)], held.Pushes.Evicted, receivers.Of(Workspace, held), next);
        }));
    }

    /// <summary>Look at a push</summary>
    /// <remarks>The request as it is sent, every attempt with what the receiver answered, and what caused it.</remarks>
    /// <param name="id">Its id, also sent as x-sandbox-push-id.</param>
    [HttpGet("{id}", Name = "GetPush")]
    [ProducesResponseType<PushDetail>(StatusCodes.Status200OK)]
    public IActionResult Get([FromRoute] string id) => Answer(Workspace.Read(state => DetailOf(Find(state, id))));

    /// <summary>Send a push again</summary>
    /// <remarks>The same body once more, to where the client app's pushes go now; answers when it was attempted.</remarks>
    /// <param name="id">The push to send again.</param>
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
    /// Sends a wrapper without items to the registered URL, marked with the header x-sandbox-check, and says what stands in the way of pushes and how to mend it.
    /// </remarks>
    [HttpPost("check", Name = "CheckWebhook")]
    [ProducesResponseType<WebhookCheck>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Check()
    {
        var app = Workspace.Read(Acting.ActingApp);
        return Answer(await probe.CheckAsync(app, Workspace.Fidelity, Acting.Trace, HttpContext.RequestAborted).ConfigureAwait(false));
    }

    private static Push Find(WorkspaceState state, string id) =>
        state.Pushes.Items.FirstOrDefault(push => push.Id.ToString() == id) ?? throw ErrorCatalog.Unknown("push", id, "GET /_sandbox/webhooks");

    private PushDetail DetailOf(Push push) => new(PushViews.Of(push), sender.HeadersOf(push).ToDictionary(), Bodies.Read(push.BodyNow()));
}
