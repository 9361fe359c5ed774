using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace MockMessaging.Tests.Control;

public sealed class TrafficTests(MockServer server)
{
    [Fact]
    public async Task Customers_write_by_the_clock_for_as_long_as_said()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);

        var traffic = await StartAsync(workspace, """{"contacts":3,"inboundPerMinute":10,"for":"PT10M"}""");
        await workspace.AdvanceAsync("PT1H");

        var messages = receiver.All.Where(push => push.Type == "messages").ToList();
        Assert.InRange(messages.Count, 70, 130);
        Assert.Equal(traffic["contactIds"]!.AsArray().Select(id => (string?)id).Order(StringComparer.Ordinal), messages.Select(push => (string?)push.Item["contactId"]).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty((await workspace.GetAsync("/_sandbox/traffic")).Ok().Body!["traffic"]!.AsArray());
    }

    [Fact]
    public async Task Same_seed_makes_the_same_traffic()
    {
        Assert.Equal(await TextsAsync(), await TextsAsync());

        async Task<string> TextsAsync()
        {
            var workspace = await server.NewWorkspaceAsync();
            (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", """{"seed":11}""")).Ok();
            await StartAsync(workspace, """{"contacts":2,"inboundPerMinute":20,"for":"PT2M"}""");
            await workspace.AdvanceAsync("PT5M");
            var messages = (await workspace.GetAsync("/_sandbox/messages")).Ok().Body!["messages"]!.ToJsonString();

            // The part of a media link that names the workspace belongs to its address.
            return Regex.Replace(messages, "/_sandbox/media/[0-9a-f]{16}/", "/_sandbox/media/…/");
        }
    }

    [Fact]
    public async Task Customers_answer_some_of_what_is_sent_to_them()
    {
        var workspace = await server.NewWorkspaceAsync();
        var traffic = await StartAsync(workspace, """{"contacts":1,"inboundPerMinute":0.001,"for":"PT10M"}""");
        var contact = (string)traffic["contactIds"]![0]!;
        for (var message = 0; message < 20; message++)
        {
            await workspace.SendAsync(JsonNode.Parse($$$"""{"channelId":"wa360:918828218374","to":{"contactId":"{{{contact}}}"},"type":"text","text":{"body":"?"}}""")!);
        }

        await workspace.AdvanceAsync("PT1M");

        Assert.InRange((await workspace.GetAsync($"/_sandbox/messages?direction=inbound&contactId={contact}")).Ok().Body!["messages"]!.AsArray().Count, 3, 17);
    }

    [Fact]
    public async Task Stopped_traffic_says_nothing_more()
    {
        var workspace = await server.NewWorkspaceAsync();
        await StartAsync(workspace, """{"contacts":1,"inboundPerMinute":60,"for":"PT1H"}""");
        (await workspace.CallAsync(HttpMethod.Delete, "/_sandbox/traffic", null)).Is(HttpStatusCode.NoContent);

        await workspace.AdvanceAsync("PT2H");

        Assert.Empty((await workspace.GetAsync("/_sandbox/webhooks")).Ok().Body!["pushes"]!.AsArray());
    }

    [Fact]
    public async Task One_group_is_stopped_and_the_others_go_on()
    {
        var workspace = await server.NewWorkspaceAsync();
        var first = await StartAsync(workspace, """{"contacts":1,"inboundPerMinute":60,"for":"PT1H"}""");
        var second = await StartAsync(workspace, """{"contacts":1,"inboundPerMinute":30,"for":"PT1H","channelId":"sms:447700900461"}""");

        (await workspace.CallAsync(HttpMethod.Delete, $"/_sandbox/traffic/{(string?)first["id"]}", null)).Is(HttpStatusCode.NoContent);
        (await workspace.CallAsync(HttpMethod.Delete, $"/_sandbox/traffic/{(string?)first["id"]}", null)).Is(HttpStatusCode.NotFound);
        await workspace.AdvanceAsync("PT1M");

        var left = Assert.Single((await workspace.GetAsync("/_sandbox/traffic")).Ok().Body!["traffic"]!.AsArray())!;
        Assert.Equal(((string?)second["id"], 30.0, "sms:447700900461"), ((string?)left["id"], (double)left["inboundPerMinute"]!, (string?)left["channelId"]));
        var writers = (await workspace.GetAsync("/_sandbox/messages")).Ok().Body!["messages"]!.AsArray().Select(message => (string?)message!["contactId"]).Distinct();
        Assert.Equal((string?)second["contactIds"]![0], Assert.Single(writers));
    }

    [Theory]
    [InlineData("""{"contacts":0}""", "contacts")]
    [InlineData("""{"inboundPerMinute":0}""", "inboundPerMinute")]
    [InlineData("""{"for":"P2D"}""", "for")]
    [InlineData("""{"for":"a while"}""", "for")]
    public async Task Traffic_that_makes_no_sense_is_refused_by_field(string request, string field)
    {
        var workspace = await server.NewWorkspaceAsync();

        Assert.Equal(field, (string?)(await workspace.CallAsync(HttpMethod.Post, "/_sandbox/traffic", request)).Is(HttpStatusCode.BadRequest).Body!["field"]);
    }

    private static async Task<JsonNode> StartAsync(TestWorkspace workspace, string request) => (await workspace.PostAsync("/_sandbox/traffic", JsonNode.Parse(request)!)).Ok().Body!;
}
