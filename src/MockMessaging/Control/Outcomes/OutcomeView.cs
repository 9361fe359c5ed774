namespace MockMessaging.Control;

/// <summary>One way a message's story can go.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="PhoneEndsWith">The last four digits that bring it about; absent for the usual story.</param>
/// <param name="Story">What a client sees.</param>
public sealed record OutcomeView(string Name, string? PhoneEndsWith, string Story);
