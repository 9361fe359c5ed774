using System.Net;
using System.Text.RegularExpressions;
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
        foreach (var fidelity in new[] { Steps.Documented, Steps.Production })
        {
            var ids = (await (await server.InAsync(fidelity)).RawAsync("/api/v1/config/channels" + query, null)).Results.Select(channel => (string)channel!["channelId"]!).ToList();

            Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
            Assert.Equal(withSandbox, ids.Contains("wa360:12025550199"));
            Assert.Equal(withSandbox ? 22 : 21, ids.Count);
        }
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("3.1.2", "3.1.4", "3.1.5")]
    public async Task Channel_has_four_properties_and_disabled_ones_are_listed(string fidelity)
    {
        var workspace = await server.InAsync(fidelity);

        var told = (await workspace.RawAsync("/api/v1/config/channels", null)).Ok();

        Assert.Equal("{}", told.Body!["meta"]!.ToJsonString());
        Assert.All(told.Results, channel =>
        {
            Assert.Equal(["channelId", "contactType", "lane", "name"], channel!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal));
            Assert.All(channel.AsObject(), property => Assert.NotEmpty((string)property.Value!));
            Assert.Matches("^[a-z0-9]+:" + Regex.Escape((string)channel["lane"]!) + "$", (string)channel["channelId"]!);
        });
        var refused = (await workspace.RawAsync(Steps.Send, TestWorkspace.Text(channelId: "wa360:919810055182"))).Is(HttpStatusCode.BadRequest);
        Assert.Equal("CHANNEL_DISABLED", (string?)refused.Error["codeKey"]);
        Assert.Contains(told.Results, channel => (string?)channel!["channelId"] == "wa360:919810055182");
    }

    [Fact]
    [Shows("3.1.4")]
    public async Task Channel_without_a_name_is_called_by_contact_type_and_lane()
    {
        var folder = Directory.CreateTempSubdirectory("channels").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "channels.json"), """[{"channelId":"wa360:918828218374"}]""", TestWorkspace.Cancelled);
        await using (var own = await MockServer.StartAsync(options => options.Seeding.Path = folder, TestWorkspace.Cancelled))
        {
            Assert.Equal("WHATSAPP 918828218374", (string?)(await new TestWorkspace(own.BaseAddress, "mine").GetAsync("/api/v1/config/channels")).Results[0]!["name"]);
        }

        Directory.Delete(folder, recursive: true);
    }
}
