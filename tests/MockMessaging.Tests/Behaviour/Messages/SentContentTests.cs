using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

/// <summary>Media and buttons of sent messages, as the transcript shows them.</summary>
public sealed class SentContentTests(MockServer server)
{
    [Fact]
    [Shows("3.8.6", "3.8.7")]
    public async Task Voice_note_of_the_vendors_own_client_is_attached()
    {
        var workspace = await server.NewWorkspaceAsync();
        var message = TestWorkspace.Text();
        message["type"] = "voice";
        message["voice"] = new JsonObject { ["link"] = "https://files.example.com/note.ogg" };

        var attachment = Assert.Single((await workspace.RowAsync(await workspace.SendAsync(message)))["attachments"]!.AsArray())!;

        Assert.Equal(("AUDIO", "note.ogg"), ((string?)attachment["mediaType"], (string?)attachment["mediaName"]));
    }

    [Theory]
    [InlineData("image", "IMAGE", "image")]
    [InlineData("video", "VIDEO", "video")]
    [InlineData("audio", "AUDIO", "audio")]
    [InlineData("document", "DOCUMENT", "document")]
    [InlineData("image", "IMAGE", "text")]
    [InlineData("video", "VIDEO", "system")]
    [Shows("3.8.7")]
    public async Task Medium_is_attached_whatever_the_type_says_and_named_by_its_link(string medium, string mediaType, string type)
    {
        var workspace = await server.NewWorkspaceAsync();
        var message = TestWorkspace.Text();
        message["type"] = type;
        message[medium] = new JsonObject { ["link"] = "http://files.example.com/a/b.bin?x=1", ["caption"] = "Look" };

        var attachment = Assert.Single((await workspace.RowAsync(await workspace.SendAsync(message)))["attachments"]!.AsArray())!;

        Assert.Equal((mediaType, "b.bin", "Look", "http://files.example.com/a/b.bin?x=1"), (
            (string?)attachment["mediaType"], (string?)attachment["mediaName"], (string?)attachment["mediaCaption"], (string?)attachment["mediaURL"]));
    }

    [Fact]
    [Shows("3.8.7")]
    public async Task All_media_are_attached_under_the_names_they_were_given()
    {
        var workspace = await server.NewWorkspaceAsync();
        var message = TestWorkspace.Text();
        message["image"] = new JsonObject { ["link"] = "https://files.example.com/1", ["filename"] = "lamp.png" };
        message["document"] = new JsonObject { ["link"] = "https://files.example.com/2", ["filename"] = "bill.pdf" };

        var attachments = (await workspace.RowAsync(await workspace.SendAsync(message)))["attachments"]!.AsArray();

        Assert.Equal(["bill.pdf", "lamp.png"], attachments.Select(item => (string)item!["mediaName"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    [Shows("3.8.7")]
    public async Task Empty_name_of_a_file_is_none()
    {
        var workspace = await server.NewWorkspaceAsync();
        var message = TestWorkspace.Text();
        message["document"] = new JsonObject { ["link"] = "https://files.example.com/inv-1.pdf", ["filename"] = "" };

        Assert.Equal("inv-1.pdf", (string?)(await workspace.RowAsync(await workspace.SendAsync(message)))["attachments"]![0]!["mediaName"]);
    }

    [Theory]
    [InlineData("list", true)]
    [InlineData("buttons", null)]
    [InlineData("auto", null)]
    [Shows("3.8.8")]
    public async Task Buttons_and_their_scheme_are_kept_and_list_sets_a_flag(string scheme, bool? list)
    {
        var workspace = await server.NewWorkspaceAsync();
        var message = TestWorkspace.Text();
        message["options"] = JsonNode.Parse($$"""{"buttonDisplayScheme":"{{scheme}}","buttons":[{"name":"a","code":"A","label":"First"},{"code":"B","label":"Second"}]}""");

        var options = (await workspace.RowAsync(await workspace.SendAsync(message)))["options"]!;

        Assert.Equal(["A First", "B Second"], options["buttons"]!.AsArray().Select(button => $"{button!["code"]} {button["label"]}"));
        Assert.Equal((scheme, list), ((string?)options["buttonDisplayScheme"], (bool?)options["list"]));
    }
}
