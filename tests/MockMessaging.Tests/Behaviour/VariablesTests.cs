using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("3.2")]
public sealed class VariablesTests(MockServer server)
{
    [Theory]
    [InlineData("")]
    [InlineData("?channelId=wa360:918828218374")]
    [Shows("3.2.1")]
    public async Task Variables_belong_to_the_company_and_not_to_a_channel(string query)
    {
        var workspace = await server.NewWorkspaceAsync();

        Assert.Contains((await workspace.GetAsync("/api/v1/config/global/vars" + query)).Results, variable => (string?)variable!["key"] == "company_name");
    }
}
