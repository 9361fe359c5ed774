using Microsoft.AspNetCore.Mvc;
using MockMessaging.Conversations;
using MockMessaging.Errors;

namespace MockMessaging.Control;

[Tags("Sessions")]
[Route("_sandbox/sessions")]
internal sealed class SessionsController : SandboxController
{
    /// <summary>Add a note to a session</summary>
    /// <remarks>Adds an internal note to the transcript, as an agent would. session/messages returns it with type N; it is not pushed.</remarks>
    /// <param name="sessionId">Id of the session.</param>
    [HttpPost("{sessionId}/notes", Name = "AddSessionNote")]
    [ProducesResponseType<NoteView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Note([FromRoute] string sessionId, [FromBody] NoteRequest request)
    {
        // A blank path segment arrives as null or empty.
        if (string.IsNullOrEmpty(sessionId))
        {
            throw ErrorCatalog.SessionNotFound(sessionId);
        }

        if (string.IsNullOrWhiteSpace(request.Text))
        {
            throw ErrorCatalog.WrongValue(nameof(NoteRequest), "text", "text is missing: give the text of the note.");
        }

        var entry = await Acting.ExecuteAsync(transaction => SessionLog.Note(
            transaction,
            transaction.State.Sessions.TryGetValue(sessionId, out var session) ? session : throw ErrorCatalog.SessionNotFound(sessionId),
            string.IsNullOrWhiteSpace(request.By) ? "agent" : request.By,
            request.Text)).ConfigureAwait(false);
        return Answer(new NoteView(entry.Id, sessionId, Instants.Of(entry.At), entry.By, entry.Text));
    }
}
