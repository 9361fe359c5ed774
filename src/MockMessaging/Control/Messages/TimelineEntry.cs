namespace MockMessaging.Control;

/// <summary>One thing that happened to a message, or will.</summary>
/// <param name="At">When, by the workspace's clock.</param>
/// <param name="What">status, push, attempt, or due for what is still to come.</param>
/// <param name="Status">The status taken, told, or due.</param>
/// <param name="PushId">The push.</param>
/// <param name="HttpStatus">What the receiver answered to an attempt.</param>
/// <param name="Detail">Why it failed or was skipped, or what will happen.</param>
public sealed record TimelineEntry(DateTimeOffset At, string What, string? Status = null, string? PushId = null, int? HttpStatus = null, string? Detail = null);
