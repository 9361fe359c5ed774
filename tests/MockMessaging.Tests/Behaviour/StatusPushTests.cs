using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("5.3")]
public sealed class StatusPushTests(MockServer server)
{
    [Fact]
    [Shows("5.3.1")]
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
}
