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
internal sealed class InboundController(CallbackDesk callbacks) : ContractController
{
    /// <summary>Contact Information</summary>
    /// <remarks>Answers what is known of a contact: from this workspace where it exists, else made up, and always the same for the same id.</remarks>
    /// <param name="contact">The contact asked for.</param>
    [HttpPost("contact/info", Name = "GetContactInfo")]
    [ProducesResponseType<ContactInfoUpdate>(StatusCodes.Status200OK)]
    public async Task<IActionResult> ContactInfo(InBoundContact contact)
    {
        var body = RequestBody.Of(HttpContext);
        return Sparse(await Acting.ExecuteAsync(transaction => callbacks.ContactInfo(transaction, contact, body)).ConfigureAwait(false));
    }

    /// <summary>Receive Notifications</summary>
    /// <remarks>Takes a wrapper as a client's receiver would, echoes it, and keeps it for GET /_sandbox/callbacks.</remarks>
    /// <param name="notification">What the vendor tells.</param>
    [HttpPost("message/receive", Name = "ReceiveNotification")]
    [ProducesResponseType<InBoundWrapper>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Receive(InBoundWrapper notification)
    {
        var body = RequestBody.Of(HttpContext);
        await Acting.ExecuteAsync(transaction => callbacks.Keep(transaction, "/api/v1/message/receive", body)).ConfigureAwait(false);
        return Sparse(notification);
    }
}
