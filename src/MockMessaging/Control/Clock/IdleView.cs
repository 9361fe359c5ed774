namespace MockMessaging.Control;

/// <summary>Nothing is left to happen.</summary>
/// <param name="Idle">True.</param>
/// <param name="Now">What the workspace's clock shows.</param>
public sealed record IdleView(bool Idle, DateTimeOffset Now);
