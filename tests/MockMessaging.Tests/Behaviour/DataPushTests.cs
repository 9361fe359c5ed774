using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("3.6")]
public sealed class DataPushTests(MockServer server)
{
    [Fact]
    [Shows("3.6.1")]
    public async Task Customer_data_is_echoed_and_replaced_by_type_and_id()
    {
        var workspace = await server.NewWorkspaceAsync();

        await workspace.PostAsync("/api/v1/data/push", JsonNode.Parse("""{"id":"1","type":"order","data":{"a":1}}""")!);
        var echo = (await workspace.PostAsync("/api/v1/data/push", JsonNode.Parse("""{"id":1,"type":"order","data":{"b":{"c":[true]}}}""")!)).Results[0]!;

        Assert.Equal("""{"b":{"c":[true]}}""", echo["data"]!.ToJsonString());
        Assert.Equal(1, (int)(await workspace.LookAsync())["digitalObjects"]!);
    }

    [Fact]
    [Shows("3.6.1", "3.6.2")]
    public async Task Nothing_is_checked_and_no_id_is_made_up()
    {
        var told = (await (await server.InAsync(Steps.Production)).RawAsync("/api/v1/data/push", new JsonObject())).Ok();

        Assert.DoesNotContain(told.Results[0]!.AsObject(), property => property.Value is not null);
        Assert.Null(told.Body!["meta"]);
    }
}
