using Microsoft.AspNetCore.Mvc;
using MockMessaging.Authentication;
using MockMessaging.Contract;
using MockMessaging.Http;

namespace MockMessaging.Inbound;

/// <summary>The two routes the vendor calls on its clients, answered here too so that they can be tried.</summary>
[ApiController]
[ApiKey(Optional = true)]
[VerifyToken]
[Tags("Inbound Requests")]
[Route("api/v1")]
internal sealed class InboundController(CallbackRecorder callbacks, ContactInfoRelay relay) : ContractController
{
    /// <summary>Contact Information</summary>
    /// <remarks>
    /// Where Webhooks:ContactInfoUrl is set, asks there and hands on the answer. Otherwise, in fidelity Documented, answers what this workspace
    /// knows of the contact, or makes it up, always the same for the same id; in Production nothing is known, as in the live service.
    /// </remarks>
    /// <param name="contact">The contact asked for.</param>
    [HttpPost("contact/info", Name = "GetContactInfo")]
    [ProducesResponseType<ContactInfoUpdate>(StatusCodes.Status200OK)]
    public async Task<IActionResult> ContactInfo([FromBody] InBoundContact contact)
    {
        var body = RequestBody.Of(HttpContext);
        await Acting.ExecuteAsync(transaction => callbacks.Keep(transaction, "/api/v1/contact/info", body)).ConfigureAwait(false);
        if (relay.Takes(HttpContext.Request))
        {
            return await relay.AskAsync(Workspace, contact.ContactId ?? "", body, Acting.Trace, HttpContext.RequestAborted).ConfigureAwait(false) is { Length: > 0 } answer
                ? new RawResult(answer)
                : new ShapeResult<ContactInfoUpdate>(new ContactInfoUpdate(), ContractJsonOptions.WithNulls);
        }

        return Workspace.Fidelity.AnswersForTheBusiness
            ? new ShapeResult<ContactInfoUpdate>(Workspace.Read(state => CallbackRecorder.Known(state, contact)), ContractJsonOptions.Complete)
            : new ShapeResult<ContactInfoUpdate>(new ContactInfoUpdate(), ContractJsonOptions.WithNulls);
    }

    /// <summary>Receive Notifications</summary>
    /// <remarks>Takes a wrapper as a client's receiver would, echoes it, and keeps it for GET /_sandbox/callbacks if it came with an x-api-key.</remarks>
    /// <param name="notification">What the vendor tells.</param>
    [HttpPost("message/receive", Name = "ReceiveNotification")]
    [ProducesResponseType<InBoundWrapper>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Receive([FromBody] InBoundWrapper notification)
    {
        SandboxWarnings.Add(HttpContext, ListedValues.NotIn(notification));
        var body = RequestBody.Of(HttpContext);
        await Acting.ExecuteAsync(transaction => callbacks.Keep(transaction, "/api/v1/message/receive", body)).ConfigureAwait(false);
        return new RawResult(body.Utf8);
    }
}
