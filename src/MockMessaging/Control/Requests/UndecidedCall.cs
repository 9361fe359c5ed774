namespace MockMessaging.Control;

/// <summary>A call of which too little is known to tell whether it matches.</summary>
/// <param name="Request">The call.</param>
/// <param name="Why">What is not known of it.</param>
public sealed record UndecidedCall(RequestView Request, string Why);
