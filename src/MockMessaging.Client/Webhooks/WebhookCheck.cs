using MockMessaging.Control;

namespace MockMessaging.Webhooks;

/// <summary>Result of a connectivity check.</summary>
/// <param name="Ok">True if the receiver accepted a push.</param>
/// <param name="Url">The URL that was called; absent if none is registered.</param>
/// <param name="HttpStatus">Status of the response; absent if there was none.</param>
/// <param name="DurationMs">How long it took, in real milliseconds.</param>
/// <param name="Cause">What is wrong and what to do; absent if nothing is.</param>
public sealed record WebhookCheck(bool Ok, string? Url, int? HttpStatus, double DurationMs, string? Cause) : ControlRecord;
