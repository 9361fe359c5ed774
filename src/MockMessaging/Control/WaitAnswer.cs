namespace MockMessaging.Control;

/// <summary>What was waited for.</summary>
/// <param name="Message">The message that took the status.</param>
/// <param name="Push">The push that was acknowledged.</param>
/// <param name="Idle">True where nothing is left to happen.</param>
public sealed record WaitAnswer(MessageDetail? Message = null, PushView? Push = null, bool? Idle = null);
