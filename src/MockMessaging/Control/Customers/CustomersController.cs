using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Conversations;
using MockMessaging.Http;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

[Tags("Customers")]
[Route("_sandbox/inbound")]
internal sealed class CustomersController(InboundReceiver inbound) : SandboxController
{
    /// <summary>Let a customer write</summary>
    /// <remarks>
    /// Simulates a message from a customer: stores it, opens a session if there is none, and pushes it to the app in charge of the session. Everything
    /// the body leaves out is made up; `{}` is enough. `messages` takes several at once. The push leaves after the response, unless the request waits for it.
    /// </remarks>
    /// <param name="wait">How long to wait, in real time, until the push has been attempted: ISO 8601 duration, at most PT5M. Default: no waiting.</param>
    [HttpPost(Name = "SimulateInbound")]
    [ProducesResponseType<InboundAnswer>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Receive([FromBody] CustomerMessage message, [FromQuery] string? wait = null)
    {
        message.Check();
        SandboxWarnings.Add(HttpContext, [.. message.Contents.SelectMany(content => MessageTypes.UnusualForCustomers(content.Type))]);
        var received = await ExecuteAsync(transaction => inbound.Receive(transaction, Acting.ActingApp(transaction.State), message), items => items.Select(item => item.Push), wait).ConfigureAwait(false);
        return Answer(Workspace.Read(_ => ResultOf(received)));
    }

    private static InboundAnswer ResultOf(IReadOnlyList<(Message Message, Push Push)> received)
    {
        var first = received[0];
        var several = received.Count > 1;
        return new InboundAnswer(
            JsonNode.Parse(first.Message.Body)!,
            PushViews.Of(first.Push),
            several ? [.. received.Select(item => JsonNode.Parse(item.Message.Body)!)] : null,
            several ? [.. received.Select(item => item.Push).Distinct().Select(PushViews.Of)] : null);
    }
}
