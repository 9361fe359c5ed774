using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

/// <summary>The customer care window of 24 hours.</summary>
public sealed class CareWindowTests(MockServer server)
{
    [Fact]
    [Shows("4.3.6", "4.4.3", "4.4.7")]
    public async Task Free_text_outside_the_window_is_accepted_and_refused_by_the_provider()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Production, receiver);

        var id = await workspace.AcceptedAsync(TestWorkspace.Text());
        await workspace.AdvanceAsync();

        var push = Assert.Single(receiver.All).Item;
        Assert.Equal((id, "FAILD", "470"), ((string?)push["id"], (string?)push["status"], (string?)push["errors"]![0]!["code"]));
        var row = await workspace.RowAsync(id);
        Assert.Equal("CCWIN", (string?)row["status"]);
        Assert.Equal(["Code:470"], row["logs"].Words());
    }

    [Theory]
    [InlineData("PT23H59M59.999S", "READ")]
    [InlineData("PT24H", "CCWIN")]
    [Shows("4.3.6")]
    public async Task Window_is_open_for_24_hours_after_the_last_inbound_message(string later, string status)
    {
        var workspace = await server.InAsync(Steps.Production);
        await workspace.CustomerWritesAsync();
        await workspace.AdvanceAsync(later);

        Assert.Equal(status, await EndOfAsync(workspace, TestWorkspace.Text()));
    }

    [Fact]
    [Shows("4.3.6")]
    public async Task Free_text_sent_again_outside_the_window_is_refused_again()
    {
        var workspace = await server.InAsync(Steps.Production);
        var first = await workspace.AcceptedAsync(TestWorkspace.Text());

        Assert.Equal("CCWIN", await EndOfAsync(workspace, new JsonObject { ["channelId"] = TestWorkspace.WhatsApp, ["messageIdResend"] = first }));
    }

    [Fact]
    [Shows("4.3.6")]
    public async Task Medium_is_as_free_as_text()
    {
        var message = TestWorkspace.Text();
        message["type"] = "image";
        message["image"] = new JsonObject { ["link"] = "https://files.example.com/a.png" };

        Assert.Equal("CCWIN", await EndOfAsync(await server.InAsync(Steps.Production), message));
    }

    [Fact]
    [Shows("4.3.6")]
    public async Task Template_goes_through_outside_the_window() =>
        Assert.Equal("READ", await EndOfAsync(await server.InAsync(Steps.Production), Steps.Template("ORDER_SHIPPED")));

    [Fact]
    [Shows("4.3.6")]
    public async Task Window_is_a_matter_of_WhatsApp_only()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Production, receiver);

        await workspace.AcceptedAsync(TestWorkspace.Text(channelId: "sms:447700900461"));
        await workspace.AdvanceAsync();

        Assert.Equal(["SENT", "DLVRD", "READ"], receiver.Subjects);
    }

    [Theory]
    [InlineData("Documented", null, "READ")]
    [InlineData("Documented", "true", "CCWIN")]
    [InlineData("Documented", "false", "READ")]
    [InlineData("Production", null, "CCWIN")]
    [InlineData("Production", "true", "CCWIN")]
    [InlineData("Production", "false", "READ")]
    [Shows("4.3.6")]
    public async Task Window_is_kept_in_Production_unless_the_setting_says_otherwise(string fidelity, string? careWindow, string status)
    {
        await using var own = await MockServer.StartAsync(
            options =>
            {
                options.Settings["Fidelity"] = fidelity;
                options.Settings["Sessions:CareWindow"] = careWindow;
            },
            TestWorkspace.Cancelled);
        var workspace = new TestWorkspace(own.BaseAddress, "window");
        await workspace.FreezeAsync();

        Assert.Equal(status, await EndOfAsync(workspace, TestWorkspace.Text()));
    }

    [Theory]
    [InlineData(Steps.Documented, true, "CCWIN")]
    [InlineData(Steps.Production, false, "READ")]
    [Shows("4.3.6")]
    public async Task Window_can_be_switched_for_one_workspace(string fidelity, bool careWindow, string status)
    {
        var workspace = await server.InAsync(fidelity);
        await workspace.ChangeAsync(new JsonObject { ["careWindow"] = careWindow });

        Assert.Equal(status, await EndOfAsync(workspace, TestWorkspace.Text()));
    }

    private static async Task<string> EndOfAsync(TestWorkspace workspace, JsonNode message) => (string)(await workspace.RowOfAsync(message))["status"]!;
}
