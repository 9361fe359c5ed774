using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>The channels of the workspace.</summary>
[Tags("Channels")]
[Route("_sandbox/channels")]
internal sealed class ChannelsController : ConfigurationItemController
{
    /// <summary>List channels</summary>
    /// <remarks>The accounts that messages are sent from. Unlike `GET /api/v1/config/channels`, this request is not in the journal, and no fault hits it.</remarks>
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

    /// <summary>Get a channel</summary>
    /// <remarks>The account as it is now, of the fixtures or of the workspace itself.</remarks>
    /// <param name="channelId">Type, colon and account.</param>
    [HttpGet("{channelId}", Name = "GetSandboxChannel")]
    [ProducesResponseType<ChannelView>(StatusCodes.Status200OK)]
    public IActionResult Get([FromRoute] string channelId) => Show(state => Find(state, channelId), Unknown(channelId));

    /// <summary>Add or replace a channel</summary>
    /// <remarks>
    /// From now on messages can be sent from it and customers can write to it. A type of channel is one of the vendor's; it decides the contact type,
    /// which is a part of the ids of contacts. Two channels of one contact type therefore need different accounts. A reset undoes it.
    /// </remarks>
    /// <param name="channelId">Type, colon and account in lower case, at most 100 characters.</param>
    /// <param name="request">The channel.</param>
    [HttpPut("{channelId}", Name = "SetSandboxChannel")]
    [ProducesResponseType<ChannelView>(StatusCodes.Status200OK)]
    public Task<IActionResult> Set([FromRoute] string channelId, [FromBody] ChannelRequest request) =>
        SetAsync(_ => request.ToItem(channelId), state => Find(state, channelId));

    /// <summary>Remove a channel</summary>
    /// <remarks>A message from it is refused as one from an unknown channel. Messages on it stay, and take their further statuses. A reset undoes it.</remarks>
    /// <param name="channelId">Type, colon and account.</param>
    [HttpDelete("{channelId}", Name = "RemoveSandboxChannel")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Remove([FromRoute] string channelId) =>
        RemoveAsync(ConfigurationPart.Channel, channelId, state => state.FindChannel(channelId) is not null, Unknown(channelId));

    private static ChannelView? Find(WorkspaceState state, string channelId) => state.FindChannel(channelId) is { } channel ? ChannelView.Of(channel) : null;

    private static ApiException Unknown(string channelId) => ErrorCatalog.Unknown("channel", channelId, "GET /_sandbox/channels");
}
