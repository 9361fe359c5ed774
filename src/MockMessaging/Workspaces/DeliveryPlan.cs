namespace MockMessaging.Workspaces;

/// <summary>
/// All that will happen to a message, known when it is accepted. It is stored once, and the status at any moment follows
/// from the plan and the clock, so that a status change costs no write.
/// </summary>
internal sealed record DeliveryPlan(string Outcome, IReadOnlyList<DeliveryStage> Stages);
