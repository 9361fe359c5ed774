using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Conversations;
using MockMessaging.Http;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>Simulated customers.</summary>
[Tags("Customers")]
[Route("_sandbox/inbound")]
internal sealed class CustomersController(InboundReceiver inbound) : SandboxController
{
    /// <summary>Let a customer write</summary>
    /// <remarks>
    /// Stores the message, opens a session where none lives, pushes it to the app in charge, and answers once the push was attempted.
    /// Whatever the body leaves out is made up; an empty object is enough.
    /// </remarks>
    /// <param name="message">What the customer sends.</param>
    [HttpPost(Name = "SimulateInbound")]
    [ProducesResponseType<InboundAnswer>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Receive([FromBody] CustomerMessage message)
    {
        ItemWriter.Check(message.Content);
        SandboxWarnings.Add(HttpContext, MessageTypes.UnusualForCustomers(message.Type));
        // This answer tells what became of the push, so the push cannot wait for it.
        var received = Workspace.Execute(transaction => inbound.Receive(transaction, Acting.ActingApp(transaction.State), message), trace: Acting.Trace);
        await received.Durable.ConfigureAwait(false);
        await received.Value.Settled.WaitAsync(HttpContext.RequestAborted).ConfigureAwait(false);
        return Answer(Workspace.Read(_ => new InboundAnswer(JsonNode.Parse(received.Value.Message!.Body)!, PushViews.Of(received.Value))));
    }
}
