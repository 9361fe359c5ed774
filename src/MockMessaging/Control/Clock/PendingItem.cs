namespace MockMessaging.Control;

/// <summary>Something that has still to happen.</summary>
/// <param name="What">status, reply, push or timer.</param>
/// <param name="MessageId">The message it is about.</param>
/// <param name="Status">The status that is due, or the push's subject.</param>
/// <param name="Due">When it is due by the workspace's clock; absent for what is under way.</param>
/// <param name="Detail">Why it has not happened.</param>
public sealed record PendingItem(string What, string? MessageId = null, string? Status = null, DateTimeOffset? Due = null, string? Detail = null);
