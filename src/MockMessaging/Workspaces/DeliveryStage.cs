using MockMessaging.Contract;

namespace MockMessaging.Workspaces;

/// <summary>One step of a message's way, so many milliseconds after it was accepted.</summary>
/// <param name="OffsetMs">Milliseconds after acceptance.</param>
/// <param name="Status">The status the message takes; none where only the customer acts.</param>
/// <param name="Error">The provider's reason, where the step is a failure.</param>
/// <param name="Reply">How the customer answers at this step; none where nobody answers.</param>
internal sealed record DeliveryStage(long OffsetMs, MessageStatus? Status, ReportError? Error = null, ReplyKind? Reply = null);
