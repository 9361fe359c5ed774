namespace MockMessaging.Control;

/// <summary>A note to add to a session.</summary>
public sealed class NoteRequest
{
    /// <summary>What to note.</summary>
    /// <example>Customer prefers to be called in the evening.</example>
    public string? Text { get; set; }

    /// <summary>Who notes it. Default <c>agent</c>.</summary>
    /// <example>asha</example>
    public string? By { get; set; }
}

/// <summary>A note in a session's transcript.</summary>
/// <param name="Id">Its id, which is its messageId in session/messages.</param>
/// <param name="SessionId">The session.</param>
/// <param name="At">When, by the workspace's clock.</param>
/// <param name="By">Who noted it.</param>
/// <param name="Text">What was noted.</param>
public sealed record NoteView(string Id, string SessionId, DateTimeOffset At, string By, string Text);
