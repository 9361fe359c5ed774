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
