using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("3.6")]
public sealed class DataPushTests(MockServer server)
{
    private const string Route = "/api/v1/data/push";

    [Theory]
    [InlineData(Steps.Documented, "{}")]
    [InlineData(Steps.Production, null)]
    [Shows("3.6.1")]
    public async Task Object_is_echoed_with_no_property_more(string fidelity, string? meta)
    {
        var pushed = JsonNode.Parse("""
            {"id":"1","type":"order","links":[{"linkName":"customer","linkType":"PHONE","linkValue":"91"}],"data":{"b":{"c":[true,null,1.50]},"d":null}}
            """)!;

        var told = (await (await server.InAsync(fidelity)).RawAsync(Route, pushed)).Ok();

        Assert.True(JsonNode.DeepEquals(pushed, Assert.Single(told.Results)), told.Text);
        Assert.Equal(meta, told.Body!["meta"]?.ToJsonString());
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("3.6.1")]
    public async Task Object_is_kept_by_type_and_id_and_replaced_by_the_next(string fidelity)
    {
        var workspace = await server.InAsync(fidelity);
        var counts = new List<int>();
        foreach (var pushed in new[] { """{"id":"1","type":"order","data":{"a":1}}""", """{"id":1,"type":"order","data":{"b":2}}""", """{"id":"2","type":"order"}""", """{"id":"1","type":"cart"}""" })
        {
            (await workspace.RawAsync(Route, JsonNode.Parse(pushed))).Ok();
            counts.Add((int)(await workspace.LookAsync())["digitalObjects"]!);
        }

        Assert.Equal([1, 1, 2, 3], counts);
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("3.6.2")]
    public async Task Nothing_is_checked_and_no_id_is_made_up(string fidelity)
    {
        var workspace = await server.InAsync(fidelity);

        var told = (await workspace.RawAsync(Route, new JsonObject())).Ok();

        Assert.DoesNotContain(Assert.Single(told.Results)!.AsObject(), property => property.Value?.ToJsonString() is not (null or "\"\"" or "[]" or "{}"));
        Assert.Equal(1, (int)(await workspace.LookAsync())["digitalObjects"]!);
    }
}
