using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("3.3")]
public sealed class TemplateListTests(MockServer server)
{
    [Theory]
    [InlineData("?channelId=wa360:918828218374&channelStatus=APPROVED", "APPROVED")]
    [InlineData("?channelId=wa360:918828218374&channelStatus=PENDING", "PENDING")]
    [InlineData("?channelId=wa360:918828218374&channelStatus=REJECTED", "REJECTED")]
    [Shows("3.3.2")]
    public async Task Templates_are_filtered_by_a_row_that_matches_channel_and_status(string query, string status)
    {
        var workspace = await server.NewWorkspaceAsync();

        var templates = (await workspace.GetAsync("/api/v1/config/tmpl/hsm" + query)).Results;

        Assert.NotEmpty(templates);
        Assert.All(templates, template => Assert.Contains(template!["approved"]!.AsArray(), row =>
            (string?)row!["channelId"] == "wa360:918828218374" && (string?)row["status"] == status));
    }

    [Fact]
    [Shows("3.3.1")]
    public async Task All_templates_come_back_and_with_a_channel_only_those_that_have_a_row_for_it()
    {
        var workspace = await server.NewWorkspaceAsync();

        var all = (await workspace.GetAsync("/api/v1/config/tmpl/hsm")).Results;
        var ofChannel = (await workspace.GetAsync("/api/v1/config/tmpl/hsm?channelId=wa360:918828218374")).Results;

        var expected = all.Where(template => template!["approved"]!.AsArray().Any(row => (string?)row!["channelId"] == "wa360:918828218374")).Select(template => (string?)template!["id"]).ToList();
        Assert.Equal(expected, ofChannel.Select(template => (string?)template!["id"]));
        Assert.NotEmpty(expected);
    }
}
