using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.Http;
using MockMessaging.State;
using MockMessaging.Webhooks;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

[Tags("Webhooks")]
[Route("_sandbox/pushes")]
internal sealed class PushesController(PushBuilder pushes) : SandboxController
{
    /// <summary>Push a body of your own</summary>
    /// <remarks>
    /// Sends any JSON except null to the webhook of a client app, byte for byte as `body` has it, such as a type that no app knows, several items in one push, or a status of an unknown message. It is
    /// a push like others: with order, retries, attempts, faults, replay and outbox. No message is stored. It leaves after the response, unless the request waits for it.
    /// </remarks>
    /// <param name="wait">How long to wait, in real time, until it has been attempted: ISO 8601 duration, at most PT5M. Default: no waiting.</param>
    [HttpPost(Name = "SendPush")]
    [ProducesResponseType<PushView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Send([FromBody] PushRequest request, [FromQuery] string? wait = null)
    {
        var body = request.Body ?? throw ErrorCatalog.Impossible("body", "body is missing: give the JSON to push.");
        var utf8 = BytesOf(RequestBody.Of(HttpContext));
        var contactId = string.IsNullOrWhiteSpace(request.ContactId) ? ContactIn(body) : request.ContactId;
        var sent = await ExecuteAsync(transaction => pushes.Raw(transaction, AppOf(transaction.State, request.App), contactId, utf8), push => [push], wait).ConfigureAwait(false);
        return Answer(Workspace.Read(_ => PushViews.Of(sent)));
    }

    private App AppOf(WorkspaceState state, string? given) => string.IsNullOrWhiteSpace(given)
        ? Acting.ActingApp(state)
        : state.FindApp(given) ?? throw ErrorCatalog.Impossible(
            "app", $"app: '{given}' is not a client app of this workspace{Choice.DidYouMean(given, state.Apps.SelectMany(app => new[] { app.Queue, app.Id }))}; GET /_sandbox/apps lists them.");

    /// <summary>Escapes, blanks and the order of properties stay as the request has them.</summary>
    private static byte[] BytesOf(RequestBody request)
    {
        using var document = JsonDocument.Parse(request.Utf8);
        return JsonMarshal.GetRawUtf8Value(document.RootElement.GetProperty("body")).ToArray();
    }

    private static string ContactIn(JsonNode body) =>
        body is JsonObject wrapper && wrapper["contacts"] is JsonArray { Count: > 0 } contacts && contacts[0] is JsonObject contact
        && contact["contactId"] is JsonValue value && value.TryGetValue<string>(out var id) ? id : "";
}
