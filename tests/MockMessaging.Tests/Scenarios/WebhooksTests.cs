using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class WebhooksTests(MockServer server)
{
    [Fact]
    public async Task Ladder_without_delays_goes_all_the_way_by_itself()
    {
        await using var fast = await MockServer.StartAsync(
            options =>
            {
                options.Delivery.SentDelayMilliseconds = 0;
                options.Delivery.DeliveredDelayMilliseconds = 0;
                options.Delivery.ReadDelayMilliseconds = 0;
            },
            TestWorkspace.Cancelled);
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = new TestWorkspace(fast.BaseAddress, "fast");
        await workspace.RegisterWebhookAsync(receiver.Url);

        var id = await workspace.SendTextAsync();

        foreach (var status in new[] { "SENT", "DLVRD", "READ" })
        {
            var push = await receiver.NextAsync();
            Assert.Equal((id, status), ((string?)push.Item["id"], push.Subject));
        }
    }

    [Fact]
    public async Task Receiver_that_is_not_there_is_told()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync("http://127.0.0.1:9/none");

        var push = (await workspace.CustomerWritesAsync())["push"]!;

        Assert.Contains("Nothing listens at 127.0.0.1:9", (string?)push["attempts"]![0]!["cause"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receiver_that_cuts_the_connection_is_told()
    {
        await using var receiver = await WebhookReceiver.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);

        Assert.Contains("closed the connection", (string?)(await workspace.CustomerWritesAsync())["push"]!["attempts"]![0]!["cause"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receiver_that_does_not_answer_in_time_is_told()
    {
        await using var impatient = await MockServer.StartAsync(options => options.Webhooks.ReadTimeoutMilliseconds = 50, TestWorkspace.Cancelled);
        var never = new TaskCompletionSource();
        await using var receiver = await WebhookReceiver.StartAsync(context => never.Task.WaitAsync(context.RequestAborted));
        var workspace = new TestWorkspace(impatient.BaseAddress, "impatient");
        await workspace.RegisterWebhookAsync(receiver.Url);

        Assert.Contains("No answer within 50 ms", (string?)(await workspace.CustomerWritesAsync())["push"]!["attempts"]![0]!["cause"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contact_whose_push_hangs_holds_up_no_other_contact()
    {
        var held = new TaskCompletionSource();
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = context => ((Received)context.Items[nameof(Received)]!).Body["contacts"]![0]!["contactId"]!.ToString().Contains("5551", StringComparison.Ordinal)
            ? held.Task.WaitAsync(context.RequestAborted)
            : Task.CompletedTask;
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await workspace.SendTextAsync("+915551");
        var advancing = workspace.AdvanceAsync();
        await receiver.NextAsync();

        var other = (await workspace.CustomerWritesAsync(JsonNode.Parse("""{"from":{"phone":"+915552"}}""")))["push"]!;

        Assert.Equal("delivered", (string?)other["state"]);
        Assert.False(advancing.IsCompleted);
        held.SetResult();
        await advancing;
        Assert.Equal(["SENT", "DLVRD", "READ"], receiver.All.Where(push => push.Type == "statuses").Select(push => push.Subject));
    }

}
