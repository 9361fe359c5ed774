using Microsoft.AspNetCore.Mvc;

namespace MockMessaging.Control;

/// <summary>The channels of the workspace.</summary>
[Tags("Channels")]
[Route("_sandbox/channels")]
internal sealed class ChannelsController : SandboxController
{
    /// <summary>List channels</summary>
    /// <remarks>The accounts that messages are sent from. Unlike `GET /api/v1/config/channels`, this request is not in the journal, and no fault hits it.</remarks>
    /// <param name="limit">How many at most, 1 to 1,000. Default 1,000.</param>
    /// <param name="after">Only channels after this one: the <c>next</c> of an earlier response.</param>
    /// <param name="before">Only channels before this one: the <c>next</c> of an earlier response with <c>order=newest</c>.</param>
    /// <param name="order">oldest or newest first; here the order of the configuration, or its reverse. Default oldest.</param>
    [HttpGet(Name = "ListSandboxChannels")]
    [ProducesResponseType<ChannelList>(StatusCodes.Status200OK)]
    public IActionResult List([FromQuery] int limit = Page.Most, [FromQuery] string? after = null, [FromQuery] string? before = null, [FromQuery] string? order = null)
    {
        var page = Page.Of(limit, after, before, order);
        return Answer(Workspace.Read(state =>
        {
            var (channels, next) = page.Of([.. state.Channels], "channel", channel => channel.ChannelId);
            return new ChannelList([.. channels.Select(ChannelView.Of)], next);
        }));
    }
}
