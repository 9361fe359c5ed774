using Microsoft.AspNetCore.Mvc;
using MockMessaging.Authentication;
using MockMessaging.Contract;
using MockMessaging.Http;

namespace MockMessaging.Inbound;

/// <summary>The two routes that the vendor calls at its clients. This server has them too, so that they can be tried.</summary>
[ApiController]
[ApiKey(Optional = true)]
[VerifyToken]
[Tags("Inbound Requests")]
[Route("api/v1")]
internal sealed class InboundController(ContactInfoRelay relay) : ContractController
{
    /// <summary>Contact Information</summary>
    /// <remarks>
    /// If Webhooks:ContactInfoUrl is set, passes the request on and returns the response. Otherwise fidelity Documented returns the data of the contact
    /// in this workspace and makes up missing values, always the same for the same id. Production returns no data, as the live service does.
    /// </remarks>
    /// <param name="contact">The contact.</param>
    [HttpPost("contact/info", Name = "GetContactInfo")]
    [ProducesResponseType<ContactInfoUpdate>(StatusCodes.Status200OK)]
    public async Task<IActionResult> ContactInfo([FromBody] InBoundContact contact)
    {
        var body = RequestBody.Of(HttpContext);
        await Acting.ExecuteAsync(transaction => CallbackRecorder.Store(transaction, "/api/v1/contact/info", body)).ConfigureAwait(false);
        if (relay.Accepts(HttpContext.Request))
        {
            return await relay.AskAsync(Workspace, contact.ContactId ?? "", body, Acting.Trace, HttpContext.RequestAborted).ConfigureAwait(false) is { Length: > 0 } response
                ? new RawResult(response)
                : Unknown();
        }

        return Workspace.Fidelity.MakesUpContactInfo
            ? new ShapeResult<ContactInfoUpdate>(Workspace.Read(state => CallbackRecorder.Known(state, contact)), ContractJsonOptions.Complete)
            : Unknown();

        static ShapeResult<ContactInfoUpdate> Unknown() => new(new ContactInfoUpdate(), ContractJsonOptions.WithNulls);
    }

    /// <summary>Receive Notifications</summary>
    /// <remarks>Accepts a push as a webhook of a client would, and returns it. With an x-api-key, it is stored for GET /_sandbox/callbacks.</remarks>
    /// <param name="notification">The push.</param>
    [HttpPost("message/receive", Name = "ReceiveNotification")]
    [ProducesResponseType<InBoundWrapper>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Receive([FromBody] InBoundWrapper notification)
    {
        SandboxWarnings.Add(HttpContext, ListedValues.NotIn(notification));
        var body = RequestBody.Of(HttpContext);
        await Acting.ExecuteAsync(transaction => CallbackRecorder.Store(transaction, "/api/v1/message/receive", body)).ConfigureAwait(false);
        return new RawResult(body.Utf8);
    }
}
