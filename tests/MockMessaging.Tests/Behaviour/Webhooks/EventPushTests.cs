using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("3.7")]
public sealed class EventPushTests(MockServer server)
{
    private const string Route = "/api/v1/event/push";

    [Theory]
    [InlineData(Steps.Documented, "{}")]
    [InlineData(Steps.Production, null)]
    [Shows("3.7.1")]
    public async Task Event_is_echoed_and_never_replaced(string fidelity, string? meta)
    {
        var workspace = await server.InAsync(fidelity);
        var bought = JsonNode.Parse("""{"id":"1","eventName":"BOUGHT","links":[{"linkName":"order","linkType":"id","linkValue":"7"}]}""")!;

        (await workspace.RawAsync(Route, bought)).Ok();
        var told = (await workspace.RawAsync(Route, bought)).Ok();

        Assert.True(JsonNode.DeepEquals(bought, Assert.Single(told.Results)), told.Text);
        Assert.Equal(meta, told.Body!["meta"]?.ToJsonString());
        Assert.Equal(2, (int)(await workspace.LookAsync())["digitalEvents"]!);
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("3.7.1")]
    public async Task Nothing_is_checked(string fidelity)
    {
        var workspace = await server.InAsync(fidelity);

        var told = (await workspace.RawAsync(Route, new JsonObject())).Ok();

        Assert.DoesNotContain(Assert.Single(told.Results)!.AsObject(), property => property.Value?.ToJsonString() is not (null or "\"\"" or "[]" or "{}"));
        Assert.Equal(1, (int)(await workspace.LookAsync())["digitalEvents"]!);
    }
}
