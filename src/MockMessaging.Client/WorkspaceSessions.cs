using MockMessaging.Control;

namespace MockMessaging.Client;

/// <summary>Sessions of customers.</summary>
public sealed class WorkspaceSessions
{
    private readonly SandboxCalls _calls;

    internal WorkspaceSessions(SandboxCalls calls) => _calls = calls;

    /// <summary>Adds an internal note to a session, as an agent would; it is not pushed.</summary>
    /// <param name="by">Who writes it. Default <c>agent</c>.</param>
    public Task<NoteView> AddNoteAsync(string sessionId, string text, string? by = null, CancellationToken cancellationToken = default) =>
        _calls.PostAsync<NoteRequest, NoteView>($"/_sandbox/sessions/{Uri.EscapeDataString(sessionId)}/notes", new NoteRequest { Text = text, By = by }, cancellationToken);
}
