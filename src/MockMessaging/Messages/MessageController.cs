using Microsoft.AspNetCore.Mvc;
using MockMessaging.Authentication;
using MockMessaging.Contract;
using MockMessaging.Delivery;
using MockMessaging.Http;

namespace MockMessaging.Messages;

/// <summary>Outbound messages.</summary>
[ApiController]
[ApiKey]
[Tags("Outbound Messages")]
[Route("api/v1/message")]
internal sealed class MessageController(MessageSender sender, MediaFetcher media) : ContractController
{
    /// <summary>Send Message</summary>
    /// <remarks>
    /// Accepts a message for one receiver and returns its receipt at once. Later changes of its status are pushed, and session/messages shows them.
    /// Give `channelId`, `to`, `type` and the object named by the type. The last four digits of the phone choose the outcome, see the table at the top.
    /// Content that a provider would refuse is accepted; the response header `X-Sandbox-Warnings` lists the problems. With `Rules` set to Enforce,
    /// the message then becomes FAILD with the provider's code.
    /// </remarks>
    /// <param name="message">The message and its receiver.</param>
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
        if (sent.Message.IsFetching)
        {
            media.Begin(Workspace, sent.Message, Acting.Answered);
        }

        if (sent.AheadOfResponse is { Fault: { } fault } ahead)
        {
            SandboxFaultHeader.Set(HttpContext, fault);
            await ahead.Settled.WaitAsync(HttpContext.RequestAborted).ConfigureAwait(false);
        }

        return Full([sent.Receipt]);
    }
}
