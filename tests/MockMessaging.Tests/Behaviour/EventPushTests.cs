using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("3.7")]
public sealed class EventPushTests(MockServer server)
{
    [Fact]
    [Shows("3.7.1")]
    public async Task Customer_events_are_echoed_and_never_replaced()
    {
        var workspace = await server.NewWorkspaceAsync();
        var bought = JsonNode.Parse("""{"id":"1","eventName":"BOUGHT","links":[{"linkName":"order","linkType":"id","linkValue":"7"}]}""")!;

        await workspace.PostAsync("/api/v1/event/push", bought);
        var echo = (await workspace.PostAsync("/api/v1/event/push", bought)).Results[0]!;

        Assert.True(JsonNode.DeepEquals(bought["links"], echo["links"]));
        Assert.Equal(2, (int)(await workspace.LookAsync())["digitalEvents"]!);
    }

    [Fact]
    [Shows("3.7.1")]
    public async Task Nothing_is_checked()
    {
        var told = (await (await server.InAsync(Steps.Production)).RawAsync("/api/v1/event/push", new JsonObject())).Ok();

        Assert.DoesNotContain(told.Results[0]!.AsObject(), property => property.Value is not null);
        Assert.Null(told.Body!["meta"]);
    }
}
