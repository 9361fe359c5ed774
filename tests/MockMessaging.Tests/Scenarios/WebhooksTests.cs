using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class WebhooksTests(MockServer server)
{
    [Fact]
    public async Task Exactly_the_registered_URL_is_called()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url + "/a/b?x=1&y=%20z");

        await workspace.CustomerWritesAsync();

        Assert.All(receiver.All, push => Assert.EndsWith("/hook/a/b?x=1&y=%20z", push.Url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Messages_and_events_carry_the_app_id_cookie_and_statuses_do_not()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await workspace.CustomerWritesAsync();
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        Assert.Equal(["events", "messages", "statuses", "statuses", "statuses"], receiver.All.Select(push => push.Type));
        Assert.All(receiver.All, push => Assert.Equal(
            push.Type == "statuses" ? null : "x-api-id=61ec7d902ce85742b201c5a0", push.Headers.GetValueOrDefault("Cookie")));
        Assert.All(receiver.All, push => Assert.Equal("s1agenttoken$$$", push.Headers["x-verify-token"]));
        Assert.All(receiver.All, push => Assert.Equal("application/json", push.Headers["Content-Type"]));
    }

    [Fact]
    public async Task Message_push_tells_who_wrote_what_in_which_session_to_which_app()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);

        await workspace.CustomerWritesAsync(JsonNode.Parse("""{"from":{"phone":"+911234567890","name":"Asha"},"text":{"body":"Hi"}}"""));

        var push = receiver.All[^1].Body;
        Assert.Equal("""{"appCode":"my_bot","appId":"61ec7d902ce85742b201c5a0","appMode":"WEBHOOK","appType":"WEBHOOK","debug":false,"domain":"sandbox","server":"mockmessaging.local"}""", push["meta"]!.ToJsonString());
        Assert.Equal("""{"channelId":"wa360:918828218374","contactId":"wa911234567890_918828218374","contactType":"WHATSAPP","csid":"911234567890","lane":"918828218374","profile":{"name":"Asha","phone":"911234567890"}}""", push["contacts"]![0]!.ToJsonString());
        Assert.Equal(("911234567890", "text", """{"body":"Hi","type":"text"}"""), (
            (string?)push["messages"]![0]!["from"], (string?)push["messages"]![0]!["type"], push["messages"]![0]!["text"]!.ToJsonString()));
    }

    [Fact]
    public async Task Status_push_names_only_domain_server_and_app()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        Assert.Equal(["appId", "domain", "server"], receiver.All[0].Body["meta"]!.AsObject().Select(property => property.Key));
    }

    [Fact]
    public async Task Ladder_without_delays_goes_all_the_way_by_itself()
    {
        await using var fast = await MockMessagingServer.StartAsync(new Dictionary<string, string?>
        {
            ["Delivery:SentDelayMilliseconds"] = "0",
            ["Delivery:DeliveredDelayMilliseconds"] = "0",
            ["Delivery:ReadDelayMilliseconds"] = "0",
        }, TestWorkspace.Cancelled);
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

    [Theory]
    [InlineData(500, "500")]
    [InlineData(404, "no such route")]
    [InlineData(401, "x-verify-token")]
    [InlineData(302, "redirects")]
    [InlineData(405, "does not take POST")]
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
        await using var impatient = await MockMessagingServer.StartAsync(new Dictionary<string, string?> { ["Webhooks:ReadTimeoutMilliseconds"] = "50" }, TestWorkspace.Cancelled);
        var never = new TaskCompletionSource();
        await using var receiver = await WebhookReceiver.StartAsync(context => never.Task.WaitAsync(context.RequestAborted));
        var workspace = new TestWorkspace(impatient.BaseAddress, "impatient");
        await workspace.RegisterWebhookAsync(receiver.Url);

        Assert.Contains("No answer within 50 ms", (string?)(await workspace.CustomerWritesAsync())["push"]!["attempts"]![0]!["cause"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task URL_that_is_none_is_accepted_and_told_with_the_push()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync("not a url");

        Assert.Contains("not an absolute http", (string?)(await workspace.CustomerWritesAsync())["push"]!["attempts"]![0]!["cause"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_webhook_a_push_is_skipped_with_the_reason()
    {
        var workspace = await server.NewWorkspaceAsync();

        var push = (await workspace.CustomerWritesAsync())["push"]!;

        Assert.Equal("skipped", (string?)push["state"]);
        Assert.Contains("has no webhook", (string?)push["reason"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_URL_ends_the_pushes()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await workspace.RegisterWebhookAsync("");

        await workspace.CustomerWritesAsync();

        Assert.Empty(receiver.All);
    }

    [Theory]
    [InlineData(200, "FORWARDED")]
    [InlineData(500, "FORWARD_ERR")]
    public async Task Inbound_message_shows_whether_it_was_forwarded(int status, string expected)
    {
        await using var receiver = await WebhookReceiver.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);

        var session = (string)(await workspace.CustomerWritesAsync())["message"]!["session"]!["sessionId"]!;

        Assert.Equal(expected, (string?)(await workspace.MessagesAsync(session))[0]!["status"]);
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

    [Fact]
    public async Task Statuses_of_one_contact_arrive_in_order_even_under_load()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => workspace.SendTextAsync($"+919876{5_000 + (number % 6)}")));
        await workspace.AdvanceAsync();

        Assert.Equal(180, receiver.All.Count);
        Assert.All(receiver.All.GroupBy(push => (string?)push.Item["id"]), pushes => Assert.Equal(["SENT", "DLVRD", "READ"], pushes.Select(push => push.Subject)));
    }

    [Fact]
    public async Task Only_a_webhook_app_can_register_one()
    {
        var workspace = (await server.NewWorkspaceAsync()).As("agent_desk");

        var refused = await workspace.PostAsync("/api/v1/config/webhook", new JsonObject { ["url"] = "http://localhost:1" });

        Assert.Equal(("WebhookUrlRequest", "appType", "INCORRECT_APP_TYPE"), ((string?)refused.Error["obzect"], (string?)refused.Error["field"], (string?)refused.Error["codeKey"]));
    }
}
