using MockMessaging.Contract;

namespace MockMessaging.State;

/// <summary>
/// All that will happen to a message, known when it is accepted. It is stored once with the message: a change of status writes only the
/// workspace's progress, not the message.
/// </summary>
internal sealed class DeliveryPlan(string outcome, IReadOnlyList<DeliveryStage> stages)
{
    public string Outcome { get; } = outcome;

    public IReadOnlyList<DeliveryStage> Stages { get; } = stages;

    /// <summary>The same with each stage later.</summary>
    public DeliveryPlan LaterBy(long ms) => new(Outcome, [.. Stages.Select(stage => stage with { OffsetMs = stage.OffsetMs + ms })]);
}

/// <param name="OffsetMs">Milliseconds after acceptance.</param>
/// <param name="Status">The status the message gets; null if only the customer acts.</param>
/// <param name="Error">The provider's reason, if the step is a failure.</param>
/// <param name="Reply">How the customer replies; null if not at all.</param>
/// <param name="Script">The reply, if it is <see cref="ReplyKind.Scripted"/>.</param>
internal sealed record DeliveryStage(long OffsetMs, MessageStatus? Status, ReportError? Error = null, ReplyKind? Reply = null, ScriptedReply? Script = null);

internal enum ReplyKind
{
    /// <summary>With a made-up text.</summary>
    Text,

    /// <summary>By pressing the message's first QUICK_REPLY button; with a text if it has none.</summary>
    FirstButton,

    Picture,

    /// <summary>With the word STOP.</summary>
    Stop,

    /// <summary>As an outcome rule prescribes it.</summary>
    Scripted,
}

/// <summary>A provider's reason for a failure, as it stands in a pushed status.</summary>
internal sealed record ReportError(string Code, string Title, string? Details = null, string? Href = null);

/// <summary>Delays from acceptance to each status, in milliseconds; null for the usual ones.</summary>
internal readonly record struct StatusDelays(long? SentMs, long? DeliveredMs, long? ReadMs, long? ReplyMs)
{
    /// <summary>These delays; for those that are null, the others.</summary>
    public StatusDelays Or(StatusDelays others) =>
        new(SentMs ?? others.SentMs, DeliveredMs ?? others.DeliveredMs, ReadMs ?? others.ReadMs, ReplyMs ?? others.ReplyMs);
}
