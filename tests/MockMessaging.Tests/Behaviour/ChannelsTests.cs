using System.Net;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("3.1")]
public sealed class ChannelsTests(MockServer server)
{
    [Theory]
    [InlineData("", false)]
    [InlineData("?sabdnox=false", false)]
    [InlineData("?sabdnox=true", true)]
    [InlineData("?sandbox=true", true)]
    [Shows("3.1.1", "3.1.3")]
    public async Task Channels_are_sorted_and_sandbox_ones_listed_when_asked_for(string query, bool withSandbox)
    {
        var workspace = await server.NewWorkspaceAsync();

        var ids = (await workspace.GetAsync("/api/v1/config/channels" + query)).Results.Select(channel => (string)channel!["channelId"]!).ToList();

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(withSandbox, ids.Contains("wa360:12025550199"));
        Assert.Contains("wa360:12025550182", ids);
    }

    [Fact]
    [Shows("3.1.2", "3.1.4", "3.1.5")]
    public async Task Channel_has_four_properties_and_disabled_ones_are_listed()
    {
        var told = (await (await server.InAsync(Steps.Production)).RawAsync("/api/v1/config/channels", null)).Ok();

        Assert.Equal("{}", told.Body!["meta"]!.ToJsonString());
        Assert.All(told.Results, channel =>
        {
            var given = channel!.AsObject().Where(property => property.Value is not null).Select(property => property.Key).Order(StringComparer.Ordinal);
            Assert.Equal(["channelId", "contactType", "lane", "name"], given);
            Assert.Matches("^[a-z0-9]+:" + System.Text.RegularExpressions.Regex.Escape((string)channel["lane"]!) + "$", (string)channel["channelId"]!);
        });
        var refused = (await (await server.NewWorkspaceAsync()).PostAsync(Steps.Send, TestWorkspace.Text(channelId: "wa360:12025550182"))).Is(HttpStatusCode.BadRequest);
        Assert.Equal("CHANNEL_DISABLED", (string?)refused.Error["codeKey"]);
        Assert.Contains(told.Results, channel => (string?)channel!["channelId"] == "wa360:12025550182");
    }

    [Fact]
    [Shows("3.1.4")]
    public async Task Channel_without_a_name_is_called_by_contact_type_and_lane()
    {
        var folder = Directory.CreateTempSubdirectory("channels").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "channels.json"), """[{"channelId":"wa360:918828218374"}]""", TestWorkspace.Cancelled);
        await using (var own = await MockMessagingServer.StartAsync(new Dictionary<string, string?> { ["Seeding:Path"] = folder }, TestWorkspace.Cancelled))
        {
            Assert.Equal("WHATSAPP 918828218374", (string?)(await new TestWorkspace(own.BaseAddress, "mine").GetAsync("/api/v1/config/channels")).Results[0]!["name"]);
        }

        Directory.Delete(folder, recursive: true);
    }
}
