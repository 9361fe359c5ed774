namespace MockMessaging.Control;

/// <summary>The traffic that runs at present.</summary>
/// <param name="Traffic">Each with its customers.</param>
public sealed record TrafficList(IReadOnlyList<TrafficView> Traffic);
