namespace MockMessaging.Webhooks;

/// <summary>Whether pushes would get through.</summary>
/// <param name="Ok">Whether the receiver took one.</param>
/// <param name="Url">What was tried; absent where nothing is registered.</param>
/// <param name="HttpStatus">What the receiver answered; absent where it did not.</param>
/// <param name="DurationMs">How long it took, in real milliseconds.</param>
/// <param name="Cause">What is in the way and how to mend it; absent where nothing is.</param>
public sealed record WebhookCheck(bool Ok, string? Url, int? HttpStatus, double DurationMs, string? Cause);
