using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using MockMessaging.Seeding;
using MockMessaging.Tests.Contract;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("3.10")]
public sealed class CallbackRoutesTests(MockServer server)
{
    private const string ContactInfo = "/api/v1/contact/info";

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("3.10.1")]
    public async Task Wrapper_is_echoed_without_an_envelope(string fidelity)
    {
        var workspace = await server.InAsync(fidelity);
        var wrapper = JsonNode.Parse(Fixtures.Request("message-receive"))!;

        var echo = (await workspace.RawAsync("/api/v1/message/receive", wrapper)).Ok();

        Assert.True(JsonNode.DeepEquals(wrapper, echo.Body), echo.Text);
    }

    [Fact]
    [Shows("3.10.1")]
    public async Task Pushes_of_the_sandbox_itself_are_echoed_as_they_are()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);
        await workspace.CustomerWritesAsync(JsonNode.Parse("""{"reply":{"id":"TRACK","title":"Track order"}}"""));
        await workspace.SendTextAsync("+9198760003");
        await workspace.AdvanceAsync();

        Assert.Equal(["SESSION_ROUTED", "text", "SENT", "FAILD"], receiver.Subjects);
        foreach (var push in receiver.All)
        {
            var echo = (await workspace.RawAsync("/api/v1/message/receive", push.Body)).Ok();
            Assert.True(JsonNode.DeepEquals(push.Body, echo.Body), echo.Text);
        }
    }

    [Fact]
    [Shows("3.10.2")]
    public async Task Contact_info_asks_the_configured_URL_and_returns_its_answer_raw()
    {
        const string Told = """{"profileId":"C7","name":"Asha of the shop","extra":[1]}""";
        await using var business = await WebhookReceiver.StartAsync(context => context.Response.WriteAsync(Told, TestWorkspace.Cancelled));
        await using var own = await MockServer.StartAsync(
            options => options.Webhooks.ContactInfoUrl = business.Url, TestWorkspace.Cancelled);
        var question = JsonNode.Parse(Fixtures.Request("contact-info"))!;

        var answer = (await new TestWorkspace(own.BaseAddress, "asking").RawAsync(ContactInfo, question)).Ok();

        Assert.Equal(Told, answer.Text);
        Assert.True(JsonNode.DeepEquals(question, (await business.NextAsync()).Body));
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("3.10.3")]
    public async Task Contact_info_without_a_configured_URL_answers_without_an_envelope(string fidelity)
    {
        var workspace = await server.InAsync(fidelity);

        var told = (await workspace.RawAsync(ContactInfo, JsonNode.Parse(Fixtures.Request("contact-info")))).Ok().Body!.AsObject();

        Assert.Empty(told.Select(property => property.Key).Except(VendorContract.Properties("ContactInfoUpdate").EnumerateObject().Select(property => property.Name)));
    }

    [Fact]
    [Shows("3.10.3")]
    public async Task Contact_info_without_a_configured_URL_tells_nothing_in_Production()
    {
        var workspace = await server.InAsync(Steps.Production);

        var told = (await workspace.RawAsync(ContactInfo, JsonNode.Parse(Fixtures.Request("contact-info")))).Ok().Body!.AsObject();

        Assert.All(told, property => Assert.Null(property.Value));
    }
}
