namespace MockMessaging.Control;

/// <summary>A contact with what was written to and from it.</summary>
/// <param name="ContactId">The contact.</param>
/// <param name="ChannelId">The channel that it is reached on.</param>
/// <param name="ChannelType">Type of that channel, such as <c>wa360</c> or <c>sms</c>.</param>
/// <param name="ChannelName">Name of that channel.</param>
/// <param name="Name">Name of the customer.</param>
/// <param name="Phone">Phone of the customer.</param>
/// <param name="Email">Mail address of the customer.</param>
/// <param name="Messages">Number of messages in both directions.</param>
/// <param name="Unread">Number of messages to the customer that were delivered (DLVRD) and not read.</param>
/// <param name="Last">The newest message in either direction.</param>
/// <param name="LastAt">When the newest message was accepted, by the workspace's clock.</param>
/// <param name="CareWindowUntil">On WhatsApp: when the customer care window ends or ended, 24 hours after the customer last wrote; absent if the customer never wrote.</param>
/// <param name="Stopped">True if the customer wrote STOP, so that messages become BLCKD.</param>
/// <param name="Session">The session that the next message belongs to, if it has not expired by then.</param>
public sealed record ConversationView(
    string ContactId,
    string ChannelId,
    string ChannelType,
    string? ChannelName,
    string? Name,
    string? Phone,
    string? Email,
    int Messages,
    int Unread,
    MessageView? Last,
    DateTimeOffset? LastAt,
    DateTimeOffset? CareWindowUntil,
    bool Stopped,
    ConversationSession? Session) : ControlRecord;

/// <summary>The current session of a contact; if it is closed or expired, the last one.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">open, expired, resolved or closed.</param>
/// <param name="Queue">Queue of the app in charge.</param>
/// <param name="Mode">How that app works: AGENT, BOT, WEBHOOK and so on.</param>
public sealed record ConversationSession(string Id, string Status, string? Queue, string? Mode) : ControlRecord;

/// <summary>Conversations, ordered by their last messages, oldest first by default.</summary>
/// <param name="Conversations">One page of them.</param>
/// <param name="Next">Send it as `after` (or as `before` with `order=newest`) to get the next page; absent on the last page.</param>
public sealed record ConversationList(IReadOnlyList<ConversationView> Conversations, string? Next) : ControlRecord;
