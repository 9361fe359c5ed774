namespace MockMessaging.Control;

/// <summary>The traffic that runs at present.</summary>
/// <param name="Traffic">Each with its customers.</param>
/// <param name="Next">Send it as <c>after</c>, or as <c>before</c> with the newest first, to go on; absent where nothing more matches.</param>
public sealed record TrafficList(IReadOnlyList<TrafficView> Traffic, string? Next);
