using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("6.2")]
public sealed class EventFieldsTests(MockServer server)
{
    [Theory]
    [InlineData("routing", "SESSION_ROUTED")]
    [InlineData("close", "SESSION_CLOSED")]
    [InlineData("resolve", "SESSION_STATUS")]
    [Shows("6.2.1", "6.2.2", "6.2.3", "6.2.6")]
    public async Task Event_tells_contact_session_and_route(string route, string code)
    {
        var workspace = await server.InAsync(Steps.Production);
        await workspace.CustomerWritesAsync(JsonNode.Parse("""{"from":{"phone":"+91 98765 43210","name":"Asha"}}"""));
        var session = await workspace.SessionAsync();

        var told = (await workspace.RawAsync("/api/v1/session/" + route, new JsonObject { ["sessionId"] = session, ["queue"] = "second_bot" })).Results[0]!;

        Assert.Equal((code, session, "wa919876543210_918828218374"), ((string?)told["eventCode"], (string?)told["sessionId"], (string?)told["contactId"]));
        Assert.Equal(
            [("channelType", "wa360"), ("contactId", "wa919876543210_918828218374"), ("contactType", "WHATSAPP"), ("csid", "919876543210"), ("lane", "918828218374"), ("name", "Asha"), ("phone", "919876543210")],
            Given(told["contact"]!).Select(property => (property.Key, (string?)property.Value)));
        Assert.Equal((string?)told["session"]!["routingId"], (string?)told["route"]!["routerId"]);
        Assert.Superset(new HashSet<string> { "mode", "queue", "routingId", "sessionStamp", "resolved", "firstMessage", "initMessage" }, Given(told["session"]!).Select(property => property.Key).ToHashSet());
        Assert.Equal((null, null), (told["sessionAssigned"], told["messageId"]));
    }

    [Fact]
    [Shows("6.2.4")]
    public async Task Routing_tells_its_five_properties()
    {
        var workspace = await server.NewWorkspaceAsync();
        var session = await workspace.SessionAsync();

        var routed = (await workspace.PostAsync("/api/v1/session/routing", JsonNode.Parse($$$"""{"sessionId":"{{{session}}}","queue":"second_bot","params":{"a":1}}""")!)).Results[0]!;

        Assert.Equal(["params", "routingId", "sessionStart", "sourceQueue", "targetQueue"], routed["sessionRouted"]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.Equal((string?)routed["session"]!["routingId"], (string?)routed["sessionRouted"]!["routingId"]);
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("6.2.5")]
    public async Task Pushed_closed_event_has_no_sessionRouted(string fidelity)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(fidelity, receiver);

        await workspace.ActAsync("close", await workspace.SessionAsync());
        await workspace.AdvanceAsync();

        Assert.Equal(("SESSION_CLOSED", false, false), (
            receiver.Subjects.Last(), receiver.All[^1].Body["events"]![0]!.AsObject().ContainsKey("sessionRouted"), receiver.All[^1].Body["events"]![0]!.AsObject().ContainsKey("type")));
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Given(JsonNode owner) =>
        owner.AsObject().Where(property => property.Value is not null).OrderBy(property => property.Key, StringComparer.Ordinal);

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("6.2.1", "6.2.3", "6.2.4", "6.2.5", "6.2.6")]
    public async Task Pushed_events_have_exactly_these_properties(string fidelity)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(fidelity, receiver);
        await workspace.ActAsync("close", await workspace.SessionAsync());
        await workspace.AdvanceAsync();

        var (start, closed) = (receiver.All[0].Item, receiver.All[^1].Item);
        Assert.Equal(["contact", "contactId", "eventCode", "route", "session", "sessionId", "sessionRouted"], Names(start));
        Assert.Equal(["contact", "contactId", "eventCode", "route", "session", "sessionId"], Names(closed));
        Assert.Equal(["routingId", "sessionStart", "targetQueue"], Names(start["sessionRouted"]!));
        Assert.All([start, closed], told =>
        {
            Assert.Equal(["bot", "firstMessage", "initMessage", "mode", "queue", "resolved", "routingId", "sessionStamp"], Names(told["session"]!));
            Assert.Equal(["routerId"], Names(told["route"]!));
            Assert.Equal(("my_bot", "WEBHOOK", 1_767_607_200_000), ((string?)told["session"]!["queue"], (string?)told["session"]!["mode"], (long)told["session"]!["sessionStamp"]!));
        });
        Assert.Equal((true, true, false), ((bool)start["session"]!["firstMessage"]!, (bool)start["session"]!["initMessage"]!, (bool)start["session"]!["resolved"]!));
        Assert.Equal((false, false, true), ((bool)closed["session"]!["firstMessage"]!, (bool)closed["session"]!["initMessage"]!, (bool)closed["session"]!["resolved"]!));
    }

    [Fact]
    [Shows("6.2.2")]
    public async Task Contact_of_a_mail_channel_has_an_address_and_no_phone()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Production, receiver);
        await workspace.CustomerWritesAsync(JsonNode.Parse("""{"channelId":"mailto:support@example.com","from":{"email":"asha@example.com"}}"""));

        Assert.Equal(["channelType", "contactId", "contactType", "csid", "email", "lane"], Names(receiver.All[0].Item["contact"]!));
    }

    private static IEnumerable<string> Names(JsonNode owner) => owner.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal);
}
