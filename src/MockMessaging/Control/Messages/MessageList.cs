namespace MockMessaging.Control;

/// <summary>Messages of a workspace, oldest first unless asked for otherwise.</summary>
/// <param name="Messages">Those that match.</param>
/// <param name="Next">Send it as <c>after</c>, or as <c>before</c> with the newest first, to go on; absent where nothing more matches.</param>
public sealed record MessageList(IReadOnlyList<MessageView> Messages, string? Next);
