using MockMessaging.Contract;

namespace MockMessaging.State;

/// <summary>
/// All that will happen to a message, known when it is accepted. It is stored once, and the status at any moment follows
/// from the plan and the clock, so that a status change costs no write.
/// </summary>
internal sealed class DeliveryPlan(string outcome, IReadOnlyList<DeliveryStage> stages)
{
    public string Outcome { get; } = outcome;

    public IReadOnlyList<DeliveryStage> Stages { get; } = stages;
}

/// <summary>One step of a message's way, so many milliseconds after it was accepted.</summary>
/// <param name="OffsetMs">Milliseconds after acceptance.</param>
/// <param name="Status">The status the message takes; none where only the customer acts.</param>
/// <param name="Error">The provider's reason, where the step is a failure.</param>
/// <param name="Reply">How the customer answers at this step; none where nobody answers.</param>
internal sealed record DeliveryStage(long OffsetMs, MessageStatus? Status, ReportError? Error = null, ReplyKind? Reply = null);

/// <summary>How a customer answers a message.</summary>
internal enum ReplyKind
{
    /// <summary>With a made-up text.</summary>
    Text,

    /// <summary>By pressing the message's first QUICK_REPLY button; with a text where it has none.</summary>
    FirstButton,

    /// <summary>With a picture.</summary>
    Picture,

    /// <summary>With the word STOP.</summary>
    Stop,
}

/// <summary>A provider's reason for a failure, as it stands in a pushed status.</summary>
internal sealed record ReportError(string Code, string Title, string? Details = null, string? Href = null);
