namespace MockMessaging.Control;

/// <summary>What waits for the clock, soonest first.</summary>
/// <param name="Due">As many as the limit allows.</param>
/// <param name="Total">How many there are in all, as <c>pendingTimers</c> of <c>GET /_sandbox/clock</c>.</param>
public sealed record DueList(IReadOnlyList<DueItem> Due, int Total) : ControlRecord;

/// <summary>Something that happens when the clock reaches a moment. Of a message only the next step is listed.</summary>
/// <param name="What">status (a message takes a status), reply (a customer replies to a message), push (a push is sent), traffic (a made-up customer writes), approval (a template becomes approved) or timer (anything else).</param>
/// <param name="MessageId">The message it is about.</param>
/// <param name="ContactId">The contact it is about.</param>
/// <param name="Status">The status that the message takes, or what the push reports.</param>
/// <param name="Due">When, by the workspace's clock.</param>
/// <param name="Detail">More about it, for people.</param>
public sealed record DueItem(string What, string? MessageId, string? ContactId, string? Status, DateTimeOffset Due, string? Detail) : ControlRecord;
