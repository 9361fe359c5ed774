namespace MockMessaging.Control;

/// <summary>An account that messages are sent from.</summary>
/// <param name="ChannelId">Type, colon and number, such as <c>wa360:918828218374</c>.</param>
/// <param name="Name">For people.</param>
/// <param name="Type">The part of the id before the colon, such as <c>wa360</c> or <c>sms</c>.</param>
/// <param name="ContactType">How contacts are reached, in the vendor's word, such as <c>WHATSAPP</c>.</param>
/// <param name="Disabled">True if the account is switched off: a message from it is refused.</param>
/// <param name="Sandbox">True if the messaging API lists it only on request.</param>
public sealed record ChannelView(string ChannelId, string Name, string Type, string ContactType, bool Disabled, bool Sandbox) : ControlRecord;

/// <summary>The channels of a workspace.</summary>
/// <param name="Channels">One page of them.</param>
/// <param name="Next">Send it as `after` (or as `before` with `order=newest`) to get the next page; absent on the last page.</param>
public sealed record ChannelList(IReadOnlyList<ChannelView> Channels, string? Next) : ControlRecord;
