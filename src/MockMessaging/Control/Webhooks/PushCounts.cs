namespace MockMessaging.Control;

/// <summary>Pushes by their end.</summary>
/// <param name="Attempted">How many were tried.</param>
/// <param name="Succeeded">How many the receiver took.</param>
/// <param name="Failed">How many it did not.</param>
public sealed record PushCounts(int Attempted, int Succeeded, int Failed);
