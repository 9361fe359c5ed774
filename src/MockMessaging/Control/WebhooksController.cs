using Microsoft.AspNetCore.Mvc;

namespace MockMessaging.Control;

/// <summary>What was pushed, and what was not.</summary>
[Tags("Webhooks")]
[Route("_sandbox/webhooks")]
internal sealed class WebhooksController : SandboxController
{
    /// <summary>List pushes</summary>
    /// <remarks>Every push of the workspace with all its attempts; a push that was skipped or failed says why.</remarks>
    /// <param name="messageId">Only those that tell of this message.</param>
    /// <param name="contactId">Only those about this contact.</param>
    /// <param name="type">Only messages, statuses or events.</param>
    /// <param name="state">Only pending, delivered, failed or skipped.</param>
    [HttpGet(Name = "ListPushes")]
    [ProducesResponseType<PushList>(StatusCodes.Status200OK)]
    public IActionResult List(string? messageId = null, string? contactId = null, string? type = null, string? state = null) =>
        Answer(Workspace.Read(held => new PushList(
            [.. held.Pushes.Items.Select(PushViews.Of).Where(push =>
                (messageId is null || push.MessageId == messageId)
                && (contactId is null || push.ContactId == contactId)
                && (type is null || push.Type == type)
                && (state is null || push.State == state))],
            held.Pushes.Evicted)));
}
