using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

/// <summary>sendType and composeType of a message, which follow from the last message of the customer.</summary>
public sealed class SendTypeTests(MockServer server)
{
    [Fact]
    [Shows("4.3.5")]
    public async Task SendType_is_PM_and_composeType_N_before_any_inbound_message()
    {
        var workspace = await server.NewWorkspaceAsync();

        Assert.Equal(("PM", "N"), Kinds(await workspace.RowAsync(await workspace.SendTextAsync())));
    }

    [Theory]
    [InlineData("PT0S", "SM")]
    [InlineData("PT3H59M59.999S", "SM")]
    [InlineData("PT4H", "PM")]
    [Shows("4.3.5")]
    public async Task SendType_is_SM_within_24_hours_of_the_last_inbound_message_and_PM_outside(string later, string sendType)
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CustomerWritesAsync();
        await workspace.AdvanceAsync("PT20H");
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync(later);

        var row = await workspace.RowAsync(await workspace.SendTextAsync());

        Assert.Equal(sendType, Kinds(row).SendType);
        Assert.NotEqual("N", Kinds(row).ComposeType);
    }

    [Fact]
    [Shows("4.3.5")]
    public async Task ComposeType_of_an_answer_is_R()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.CustomerWritesAsync();

        Assert.Equal(("SM", "R"), Kinds(await workspace.RowAsync(await workspace.SendTextAsync())));
    }

    [Fact]
    [Shows("4.3.5")]
    public async Task Last_inbound_message_counts_even_if_its_session_was_closed()
    {
        var workspace = await server.NewWorkspaceAsync();
        await workspace.PostAsync("/api/v1/session/close", new JsonObject { ["sessionId"] = (string?)(await workspace.ConversationAsync())["sessionId"] });
        await workspace.AdvanceAsync("PT1H");

        var kinds = Kinds(await workspace.RowAsync(await workspace.SendTextAsync()));

        Assert.Equal("SM", kinds.SendType);
        Assert.NotEqual("N", kinds.ComposeType);
    }

    private static (string? SendType, string? ComposeType) Kinds(JsonNode row) => ((string?)row["meta"]!["sendType"], (string?)row["meta"]!["composeType"]);
}
