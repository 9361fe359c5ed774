using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Conversations;
using MockMessaging.Http;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

[Tags("Customers")]
[Route("_sandbox/inbound")]
internal sealed class CustomersController(InboundReceiver inbound) : SandboxController
{
    /// <summary>Let a customer write</summary>
    /// <remarks>
    /// Simulates a message from a customer: stores it, opens a session if there is none, and pushes it to the app in charge of the session. The response
    /// comes when the push has been attempted. Everything the body leaves out is made up; `{}` is enough.
    /// </remarks>
    [HttpPost(Name = "SimulateInbound")]
    [ProducesResponseType<InboundAnswer>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Receive([FromBody] CustomerMessage message)
    {
        ItemWriter.Check(message.Content);
        SandboxWarnings.Add(HttpContext, MessageTypes.UnusualForCustomers(message.Type));
        // The response contains the result of the push, so the push must not wait for the response.
        var received = Workspace.Execute(transaction => inbound.Receive(transaction, Acting.ActingApp(transaction.State), message), trace: Acting.Trace);
        await received.Durable.ConfigureAwait(false);
        await received.Value.Settled.WaitAsync(HttpContext.RequestAborted).ConfigureAwait(false);
        return Answer(Workspace.Read(_ => new InboundAnswer(JsonNode.Parse(received.Value.Message!.Body)!, PushViews.Of(received.Value))));
    }
}
