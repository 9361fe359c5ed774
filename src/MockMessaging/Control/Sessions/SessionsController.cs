using Microsoft.AspNetCore.Mvc;
using MockMessaging.Conversations;
using MockMessaging.Errors;

namespace MockMessaging.Control;

/// <summary>What an agent's desk would do with a session and the vendor's API cannot.</summary>
[Tags("Sessions")]
[Route("_sandbox/sessions")]
internal sealed class SessionsController : SandboxController
{
    /// <summary>Note something about a session</summary>
    /// <remarks>Adds an internal note to the transcript, as an agent would: session/messages shows it with type N. Nobody is told of it.</remarks>
    /// <param name="sessionId">The session.</param>
    /// <param name="request">The note.</param>
    [HttpPost("{sessionId}/notes", Name = "AddSessionNote")]
    [ProducesResponseType<NoteView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Note([FromRoute] string sessionId, [FromBody] NoteRequest request)
    {
        // A blank segment of the path comes as none.
        if (string.IsNullOrEmpty(sessionId))
        {
            throw ErrorCatalog.SessionNotFound(sessionId);
        }

        if (string.IsNullOrWhiteSpace(request.Text))
        {
            throw ErrorCatalog.WrongValue(nameof(NoteRequest), "text", "text is missing: say what to note.");
        }

        var entry = await Acting.ExecuteAsync(transaction => SessionLog.Note(
            transaction,
            transaction.State.Sessions.TryGetValue(sessionId, out var session) ? session : throw ErrorCatalog.SessionNotFound(sessionId),
            string.IsNullOrWhiteSpace(request.By) ? "agent" : request.By,
            request.Text)).ConfigureAwait(false);
        return Answer(new NoteView(entry.Id, sessionId, DateTimeOffset.FromUnixTimeMilliseconds(entry.At), entry.By, entry.Text));
    }
}
