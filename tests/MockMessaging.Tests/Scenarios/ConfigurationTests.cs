using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class ConfigurationTests(MockServer server)
{
    [Theory]
    [InlineData("", false)]
    [InlineData("?sabdnox=false", false)]
    [InlineData("?sabdnox=true", true)]
    [InlineData("?sandbox=true", true)]
    public async Task Channels_are_sorted_and_sandbox_ones_listed_when_asked_for(string query, bool withSandbox)
    {
        var workspace = await server.NewWorkspaceAsync();

        var ids = (await workspace.GetAsync("/api/v1/config/channels" + query)).Results.Select(channel => (string)channel!["channelId"]!).ToList();

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(withSandbox, ids.Contains("wa360:12025550199"));
        Assert.Contains("wa360:12025550182", ids);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?channelId=wa360:918828218374")]
    public async Task Variables_belong_to_the_company_and_not_to_a_channel(string query)
    {
        var workspace = await server.NewWorkspaceAsync();

        Assert.Contains((await workspace.GetAsync("/api/v1/config/global/vars" + query)).Results, variable => (string?)variable!["key"] == "company_name");
    }

    [Theory]
    [InlineData("?channelId=wa360:918828218374&channelStatus=APPROVED", "APPROVED")]
    [InlineData("?channelId=wa360:918828218374&channelStatus=PENDING", "PENDING")]
    [InlineData("?channelId=wa360:918828218374&channelStatus=REJECTED", "REJECTED")]
    public async Task Templates_are_filtered_by_a_row_that_matches_channel_and_status(string query, string status)
    {
        var workspace = await server.NewWorkspaceAsync();

        var templates = (await workspace.GetAsync("/api/v1/config/tmpl/hsm" + query)).Results;

        Assert.NotEmpty(templates);
        Assert.All(templates, template => Assert.Contains(template!["approved"]!.AsArray(), row =>
            (string?)row!["channelId"] == "wa360:918828218374" && (string?)row["status"] == status));
    }

    [Fact]
    public async Task Setting_the_webhook_answers_with_the_app_and_its_new_URL()
    {
        var workspace = await server.NewWorkspaceAsync();

        var answer = await workspace.PostAsync("/api/v1/config/webhook", new JsonObject { ["url"] = "http://localhost:1/x" });

        var app = answer.Results[0]!;
        Assert.Equal(("my_bot", "WEBHOOK", "WEBHOOK", "http://localhost:1/x", ""), (
            (string?)app["queue"], (string?)app["appType"], (string?)app["appMode"], (string?)app["webhook"], (string?)app["key"]));
        Assert.Equal("http://localhost:1/x", (string?)answer.Body!["meta"]!["url"]);
    }

    [Fact]
    public async Task Language_of_an_unknown_contact_cannot_be_set()
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.PostAsync("/api/v1/contact/prefs/lang", new JsonObject { ["contactId"] = "nobody", ["lang"] = "hi" })).Is(System.Net.HttpStatusCode.NotFound);

        Assert.Equal(("HTTP_NOT_FOUND", "contactId"), ((string?)refused.Body!["statusKey"], (string?)refused.Error["field"]));
    }

    [Fact]
    public async Task Setting_a_language_answers_with_a_CONTACT_UPDATE_event()
    {
        var workspace = await server.NewWorkspaceAsync();

        var update = (await workspace.PostAsync("/api/v1/contact/prefs/lang", new JsonObject { ["contactId"] = "wa919988776655_918828218374", ["lang"] = "hi" })).Results[0]!;

        Assert.Equal(("CONTACT_UPDATE", "wa919988776655_918828218374"), ((string?)update["eventCode"], (string?)update["contactId"]));
    }

    [Fact]
    public async Task Customer_data_is_echoed_and_replaced_by_type_and_id()
    {
        var workspace = await server.NewWorkspaceAsync();

        await workspace.PostAsync("/api/v1/data/push", JsonNode.Parse("""{"id":"1","type":"order","data":{"a":1}}""")!);
        var echo = (await workspace.PostAsync("/api/v1/data/push", JsonNode.Parse("""{"id":1,"type":"order","data":{"b":{"c":[true]}}}""")!)).Results[0]!;

        Assert.Equal("""{"b":{"c":[true]}}""", echo["data"]!.ToJsonString());
        Assert.Equal(1, (int)(await workspace.LookAsync())["digitalObjects"]!);
    }

    [Fact]
    public async Task Customer_events_are_echoed_and_never_replaced()
    {
        var workspace = await server.NewWorkspaceAsync();
        var bought = JsonNode.Parse("""{"id":"1","eventName":"BOUGHT","links":[{"linkName":"order","linkType":"id","linkValue":"7"}]}""")!;

        await workspace.PostAsync("/api/v1/event/push", bought);
        var echo = (await workspace.PostAsync("/api/v1/event/push", bought)).Results[0]!;

        Assert.True(JsonNode.DeepEquals(bought["links"], echo["links"]));
        Assert.Equal(2, (int)(await workspace.LookAsync())["digitalEvents"]!);
    }
}
