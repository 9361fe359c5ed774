namespace MockMessaging.Control;

/// <summary>A note to add to a session.</summary>
public sealed class NoteRequest
{
    /// <summary>Text of the note.</summary>
    /// <example>Customer prefers to be called in the evening.</example>
    public string? Text { get; set; }

    /// <summary>Who writes it. Default `agent`.</summary>
    /// <example>asha</example>
    public string? By { get; set; }
}

/// <summary>A note in a session's transcript.</summary>
/// <param name="Id">Id of the note: its messageId in session/messages.</param>
/// <param name="SessionId">Id of the session.</param>
/// <param name="At">When it was added, by the workspace's clock.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="Text">Text of the note.</param>
public sealed record NoteView(string Id, string SessionId, DateTimeOffset At, string By, string Text) : ControlRecord;
