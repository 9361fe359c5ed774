using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Delivery;

/// <summary>What happens to a message after acceptance: a row of <see cref="DeliveryOutcomes"/>.</summary>
/// <param name="Name">As in the control plane.</param>
/// <param name="TestNumber">The last four digits of the phone that choose it; null for the usual outcome.</param>
/// <param name="Description">What a client sees, in one sentence.</param>
/// <param name="Steps">In order.</param>
internal sealed record DeliveryOutcome(string Name, string? TestNumber, string Description, params DeliveryStep[] Steps)
{
    public IReadOnlyList<DeliveryStage> Stages(DeliveryDelays delays) =>
        [.. Steps.Select(step => new DeliveryStage(step.DelayMs(delays), step.Status, step.Error, step.Reply))];
}

/// <summary>One step of an outcome.</summary>
/// <param name="DelayMs">Which of the delays it has.</param>
/// <param name="Status">The status the message gets; null if only the customer acts.</param>
/// <param name="Error">The provider's reason, if the step is a failure.</param>
/// <param name="Reply">How the customer replies; null if not at all.</param>
internal sealed record DeliveryStep(Func<DeliveryDelays, long> DelayMs, MessageStatus? Status, ReportError? Error = null, ReplyKind? Reply = null);

/// <summary>When each step happens, in milliseconds after acceptance.</summary>
internal readonly record struct DeliveryDelays(long SentMs, long DeliveredMs, long ReadMs, long ReplyMs)
{
    public static DeliveryDelays Of(DeliveryOptions options, StatusDelays own) => new(
        own.SentMs ?? options.SentDelayMilliseconds,
        own.DeliveredMs ?? options.DeliveredDelayMilliseconds,
        own.ReadMs ?? options.ReadDelayMilliseconds,
        own.ReplyMs ?? options.ReplyDelayMilliseconds);
}
