using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("5.3")]
public sealed class StatusPushTests(MockServer server)
{
    [Fact]
    [Shows("5.3.1")]
    public async Task Status_push_names_only_domain_server_app_and_debug()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        Assert.Equal(["appId", "debug", "domain", "server"], receiver.All[0].Body["meta"]!.AsObject().Select(property => property.Key));
    }

    [Fact]
    [Shows("5.3.1", "5.3.2", "4.2.2")]
    public async Task Status_has_exactly_these_properties_and_no_errors()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);
        var id = await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        var told = receiver.All[1];
        Assert.Single(told.Body["contacts"]!.AsArray());
        Assert.Equal(["contact", "contactId", "id", "messageIdExt", "status", "timestamp"], told.Item.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.Equal((id, "DLVRD", 1_767_607_200_250), ((string?)told.Item["id"], (string?)told.Item["status"], (long)told.Item["timestamp"]!));
        Assert.NotEqual(id, (string?)told.Item["messageIdExt"]);
    }

    [Fact]
    [Shows("5.3.2")]
    public async Task Failure_tells_code_title_and_reference()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);
        await workspace.SendTextAsync("+91 98765 0470");
        await workspace.AdvanceAsync();

        var error = Assert.Single(Assert.Single(receiver.All).Item["errors"]!.AsArray())!;
        Assert.Equal("470", (string?)error["code"]);
        Assert.StartsWith("Failed to send message because you are outside the support window", (string?)error["title"], StringComparison.Ordinal);
        Assert.NotEmpty((string)error["href"]!);
    }

    [Theory]
    [InlineData("agent_desk")]
    [InlineData("basic_bot")]
    [Shows("5.3.3")]
    public async Task App_of_another_type_gets_none(string queue)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);
        await (await workspace.AsQueueAsync(queue)).SendTextAsync();
        await workspace.AdvanceAsync();

        Assert.Empty(receiver.All);
        Assert.All(await workspace.PushesAsync(), push => Assert.Contains("only WEBHOOK apps", (string?)push!["reason"], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0001", "SENT")]
    [InlineData("0003", "SENT FAILD")]
    [InlineData("0004", "FAILD")]
    [InlineData("0005", "SENT DLVRD DELTD")]
    [InlineData("0471", "FAILD")]
    [InlineData("9999", "SENT DLVRD READ")]
    [Shows("5.3.4", "5.3.5")]
    public async Task Only_providers_reports_are_pushed_and_only_in_five_words(string ending, string statuses)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);
        await workspace.SendTextAsync("+91 98765 " + ending);
        await workspace.SendAsync(Steps.Template("NO_SUCH_TEMPLATE"));
        await workspace.AdvanceAsync();

        Assert.Equal(statuses.Split(' '), receiver.Subjects);
    }

    [Fact]
    [Shows("5.3.3")]
    public async Task App_without_a_URL_gets_none()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        var pushes = await workspace.PushesAsync("?type=statuses");
        Assert.NotEmpty(pushes);
        Assert.All(pushes, push => Assert.Equal(("skipped", 0), ((string?)push!["state"], push["attempts"]!.AsArray().Count)));
    }

    [Theory]
    [InlineData("SENT_ERR")]
    [InlineData("SENT_EXC")]
    [Shows("5.3.4")]
    public async Task Failure_that_no_provider_reported_is_not_pushed(string status)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);
        var id = await workspace.SendTextAsync();

        (await workspace.PostAsync($"/_sandbox/messages/{id}/status?wait=PT1M", new JsonObject { ["status"] = status })).Ok();

        Assert.Equal(status, (string?)(await workspace.GetAsync("/_sandbox/messages/" + id)).Ok().Body!["status"]);
        Assert.Empty(receiver.All);
    }

    [Theory]
    [InlineData("CCWIN")]
    [InlineData("LIMIT")]
    [InlineData("BLCKD")]
    [InlineData("FAILD")]
    [Shows("5.3.4", "5.3.5")]
    public async Task Refusal_of_the_provider_is_pushed_as_FAILD(string status)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);
        var id = await workspace.SendTextAsync();

        (await workspace.PostAsync($"/_sandbox/messages/{id}/status?wait=PT1M", new JsonObject { ["status"] = status })).Ok();

        Assert.Equal(["FAILD"], receiver.Subjects);
    }

    [Fact]
    [Shows("5.3.2")]
    public async Task Reason_of_a_failure_is_pushed_with_all_of_its_properties()
    {
        var reason = new JsonObject { ["code"] = "131", ["details"] = "More", ["href"] = "https://errors.example/131", ["title"] = "No" };
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Production, receiver);
        var id = await workspace.AcceptedAsync(TestWorkspace.Text());

        (await workspace.PostAsync($"/_sandbox/messages/{id}/status?wait=PT1M", new JsonObject { ["status"] = "FAILD", ["error"] = reason.DeepClone() })).Ok();

        Assert.True(JsonNode.DeepEquals(new JsonArray(reason), Assert.Single(receiver.All).Item["errors"]));
    }
}
