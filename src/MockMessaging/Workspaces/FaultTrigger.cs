namespace MockMessaging.Workspaces;

/// <summary>When a fault strikes: the next so many times, every so many, with a probability, or always.</summary>
internal sealed record FaultTrigger(int? Next = null, int? Every = null, double? Probability = null, bool Always = false);
