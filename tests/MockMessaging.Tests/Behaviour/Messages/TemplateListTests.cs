using System.Text.Json.Nodes;
using MockMessaging.Tests.Conventions;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("3.3")]
public sealed class TemplateListTests(MockServer server)
{
    private const string Route = "/api/v1/config/tmpl/hsm";

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("3.3.1")]
    public async Task All_templates_come_back_with_an_empty_meta(string fidelity)
    {
        var kept = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "fixtures", "templates.json"), TestWorkspace.Cancelled))!.AsArray();

        var told = (await (await server.InAsync(fidelity)).RawAsync(Route, null)).Ok();

        Assert.Equal(Ids(kept), Ids(told.Results));
        Assert.Equal("{}", told.Body!["meta"]!.ToJsonString());
    }

    [Theory]
    [InlineData("?channelId=wa360:918828218374", "wa360:918828218374", null, 13)]
    [InlineData("?channelId=wags:61491570156", "wags:61491570156", null, 5)]
    [InlineData("?channelId=wa360:1", "wa360:1", null, 0)]
    [InlineData("?channelId=wa360:918828218374&channelStatus=APPROVED", "wa360:918828218374", "APPROVED", 9)]
    [InlineData("?channelId=wa360:918828218374&channelStatus=PENDING", "wa360:918828218374", "PENDING", 3)]
    [InlineData("?channelId=wa360:918828218374&channelStatus=REJECTED", "wa360:918828218374", "REJECTED", 1)]
    [InlineData("?channelStatus=REJECTED", null, "REJECTED", 3)]
    [Shows("3.3.1", "3.3.2")]
    public async Task Template_is_listed_when_one_of_its_rows_matches_all_that_is_given(string query, string? channelId, string? status, int count)
    {
        foreach (var fidelity in new[] { Steps.Documented, Steps.Production })
        {
            var workspace = await server.InAsync(fidelity);

            var listed = Ids((await workspace.RawAsync(Route + query, null)).Results);

            var matching = (await workspace.RawAsync(Route, null)).Results.Where(template => template!["approved"]!.AsArray().Any(row =>
                (channelId is null || (string?)row!["channelId"] == channelId) && (status is null || (string?)row!["status"] == status)));
            Assert.Equal(Ids(matching), listed);
            Assert.Equal(count, listed.Count());
        }
    }

    private static IEnumerable<string> Ids(IEnumerable<JsonNode?> templates) => templates.Select(template => (string)template!["id"]!);
}
