namespace MockMessaging.Control;

/// <summary>The workspace is idle: no timer and no push is pending.</summary>
/// <param name="Idle">Always true.</param>
/// <param name="Now">The workspace's time.</param>
internal sealed record IdleView(bool Idle, DateTimeOffset Now) : ControlRecord;

/// <summary>Something that has not happened yet.</summary>
/// <param name="What">status, reply, push or timer.</param>
/// <param name="MessageId">The message concerned.</param>
/// <param name="Status">The status that is due, or the subject of the push.</param>
/// <param name="Due">When it is due, by the workspace's clock; absent for a push.</param>
/// <param name="Detail">Why it has not happened.</param>
public sealed record PendingItem(string What, string? MessageId = null, string? Status = null, DateTimeOffset? Due = null, string? Detail = null) : ControlRecord;

/// <summary>The time is up, and it has not happened.</summary>
/// <param name="Title">Request Timeout.</param>
/// <param name="Status">408.</param>
/// <param name="Detail">What may help.</param>
/// <param name="Now">The workspace's time.</param>
/// <param name="Pending">What has not happened yet, and when it is due; at most 20 items.</param>
internal sealed record WaitProblem(string Title, int Status, string Detail, DateTimeOffset Now, IReadOnlyList<PendingItem> Pending) : ControlRecord;
