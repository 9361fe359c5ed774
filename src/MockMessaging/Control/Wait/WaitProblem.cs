namespace MockMessaging.Control;

/// <summary>It has not come in time.</summary>
/// <param name="Title">Request Timeout.</param>
/// <param name="Status">408.</param>
/// <param name="Detail">What was waited for, and what may help.</param>
/// <param name="Now">What the workspace's clock shows.</param>
/// <param name="Pending">What has still to happen, and when it is due.</param>
public sealed record WaitProblem(string Title, int Status, string Detail, DateTimeOffset Now, IReadOnlyList<PendingItem> Pending);
