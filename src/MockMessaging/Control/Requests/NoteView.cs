namespace MockMessaging.Control;

/// <summary>A note in a session's transcript.</summary>
/// <param name="Id">Its id, which is its messageId in session/messages.</param>
/// <param name="SessionId">The session.</param>
/// <param name="At">When, by the workspace's clock.</param>
/// <param name="By">Who noted it.</param>
/// <param name="Text">What was noted.</param>
public sealed record NoteView(string Id, string SessionId, DateTimeOffset At, string By, string Text);
