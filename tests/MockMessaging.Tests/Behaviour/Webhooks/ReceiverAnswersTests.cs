using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

/// <summary>What follows from the response of a receiver.</summary>
public sealed class ReceiverAnswersTests(MockServer server)
{
    [Theory]
    [InlineData(500, "500")]
    [InlineData(404, "no such route")]
    [InlineData(401, "x-verify-token")]
    [InlineData(302, "redirects")]
    [InlineData(405, "does not take POST")]
    [Shows("5.1.6")]
    public async Task Refusal_of_the_receiver_is_told_and_not_tried_again(int status, string cause)
    {
        await using var receiver = await WebhookReceiver.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);

        var push = (await workspace.CustomerWritesAsync())["push"]!;
        await workspace.AdvanceAsync("PT1H");

        Assert.Equal(("failed", status), ((string?)push["state"], (int)push["attempts"]![0]!["status"]!));
        Assert.Contains(cause, (string?)push["attempts"]![0]!["cause"], StringComparison.Ordinal);
        Assert.Equal(2, receiver.All.Count);
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("5.1.8")]
    public async Task Inbound_message_whose_push_failed_is_FORWARD_ERR_and_logs_why(string fidelity)
    {
        await using var receiver = await WebhookReceiver.StartAsync(Refuse);
        var workspace = await server.InAsync(fidelity, receiver);
        var inbound = await workspace.CustomerWritesAsync();

        var row = (await workspace.TranscriptAsync(inbound["message"]!["session"]!))[0]!;

        Assert.Equal("FORWARD_ERR", (string?)row["status"]);
        Assert.Equal([(string)inbound["push"]!["attempts"]![0]!["cause"]!], row["logs"].Words());
    }

    [Fact]
    [Shows("5.1.8")]
    public async Task Failed_status_push_leaves_its_message_as_it_is()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Refuse);
        var workspace = await server.InAsync(Steps.Production, receiver);
        await workspace.CustomerWritesAsync();

        var row = await workspace.RowOfAsync(TestWorkspace.Text());

        Assert.Equal(3, receiver.All.Count(push => push.Type == "statuses"));
        Assert.Equal(("READ", true), ((string?)row["status"], row["logs"] is null or JsonArray { Count: 0 }));
    }

    [Theory]
    [InlineData(200, "this is no JSON")]
    [InlineData(204, "")]
    [InlineData(299, "{}")]
    [Shows("5.1.6", "5.1.7")]
    public async Task Any_2xx_is_a_success_whatever_it_says(int status, string body)
    {
        await using var receiver = await WebhookReceiver.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return body.Length == 0 ? Task.CompletedTask : context.Response.WriteAsync(body);
        });
        var workspace = await server.InAsync(Steps.Documented, receiver);

        Assert.Equal("delivered", (string?)(await workspace.CustomerWritesAsync())["push"]!["state"]);
    }

    [Fact]
    [Shows("5.1.7")]
    public async Task Answer_that_asks_for_a_message_is_not_heard()
    {
        await using var receiver = await WebhookReceiver.StartAsync(context => context.Response.WriteAsync(TestWorkspace.Text(body: "Reply").ToJsonString()));
        var workspace = await server.InAsync(Steps.Documented, receiver);
        var session = await workspace.SessionAsync();

        Assert.Single(await workspace.MessagesAsync(session));
    }

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Task.CompletedTask;
    }
}
