namespace MockMessaging.State;

/// <summary>One try to deliver a push.</summary>
/// <param name="AtMs">When, by the workspace's clock, in milliseconds since the epoch.</param>
/// <param name="Status">HTTP status of the answer; none where there was no answer.</param>
/// <param name="DurationMs">How long it took, in real milliseconds.</param>
/// <param name="Cause">Why it failed, in words; none where it succeeded.</param>
internal sealed record PushAttempt(long AtMs, int? Status, double DurationMs, string? Cause)
{
    /// <summary>What the receiver answered, where that matters.</summary>
    public byte[]? Answer { get; init; }

    public bool Succeeded => Cause is null;
}
