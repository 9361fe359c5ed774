using Microsoft.AspNetCore.Mvc;
using MockMessaging.Authentication;
using MockMessaging.Contract;
using MockMessaging.Http;

namespace MockMessaging.Messages;

/// <summary>Outbound messages.</summary>
[ApiController]
[ApiKey]
[Tags("Outbound Messages")]
[Route("api/v1/message")]
internal sealed class MessageController(MessageSender sender) : ContractController
{
    /// <summary>Send Message</summary>
    /// <remarks>
    /// Accepts a message for one receiver and answers with its receipt at once; whatever happens to it later comes as status pushes,
    /// and stands in session/messages. Give `channelId`, `to`, `type` and the object named by the type. The last four digits of the phone
    /// choose how the story goes, see the table at the top. What a provider would object to is accepted, and named in the answer's header
    /// `X-Sandbox-Warnings`.
    /// </remarks>
    /// <param name="message">What to send, and to whom.</param>
    [HttpPost("send", Name = "SendMessage")]
    [ProducesResponseType<ApiResponse<OutBoundReciept>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Send([FromBody] OutBoundMsg message)
    {
        SandboxWarnings.Add(HttpContext, ListedValues.NotIn(message));
        var body = RequestBody.Of(HttpContext).Utf8;
        var sent = await Acting.ExecuteAsync(transaction =>
            sender.Send(transaction, Acting.ActingApp(transaction.State), message, body)).ConfigureAwait(false);
        SandboxWarnings.Add(HttpContext, sent.Warnings);
        Acting.Sent = sent.Message;
        if (sent.AheadOfAnswer is { Fault: { } fault } ahead)
        {
            SandboxFaultHeader.Set(HttpContext, fault);
            await ahead.Settled.WaitAsync(HttpContext.RequestAborted).ConfigureAwait(false);
        }

        return Full([sent.Receipt]);
    }
}
