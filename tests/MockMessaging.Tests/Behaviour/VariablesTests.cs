using System.Text.Json.Nodes;
using MockMessaging.Tests.Conventions;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("3.2")]
public sealed class VariablesTests(MockServer server)
{
    [Theory]
    [InlineData(Steps.Documented, "")]
    [InlineData(Steps.Documented, "?channelId=wa360:918828218374")]
    [InlineData(Steps.Production, "")]
    [Shows("3.2.1", "0.8")]
    public async Task All_variables_of_the_company_come_back_with_an_empty_meta(string fidelity, string query)
    {
        var kept = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "fixtures", "global-vars.json"), TestWorkspace.Cancelled));

        var told = (await (await server.InAsync(fidelity)).RawAsync("/api/v1/config/global/vars" + query, null)).Ok();

        Assert.True(JsonNode.DeepEquals(kept, told.Results), told.Text);
        Assert.Equal("{}", told.Body!["meta"]!.ToJsonString());
    }
}
