namespace MockMessaging.Control;

/// <summary>One try to deliver a push.</summary>
/// <param name="At">When, by the workspace's clock.</param>
/// <param name="Status">HTTP status of the answer; absent where there was none.</param>
/// <param name="DurationMs">How long it took, in real milliseconds.</param>
/// <param name="Answer">The beginning of what a receiver wrote that did not take it.</param>
/// <param name="Cause">Why it failed and what to do; absent where it succeeded.</param>
public sealed record AttemptView(DateTimeOffset At, int? Status, double DurationMs, string? Cause, string? Answer);
