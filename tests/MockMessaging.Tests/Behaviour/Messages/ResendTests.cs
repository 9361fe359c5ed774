using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

/// <summary>Messages that are sent again.</summary>
public sealed class ResendTests(MockServer server)
{
    [Fact]
    [Shows("3.8.2")]
    public async Task Message_of_another_contact_type_cannot_be_sent_again()
    {
        var workspace = await server.NewWorkspaceAsync();
        var id = await workspace.SendTextAsync();

        var refused = await workspace.PostAsync(Steps.Send, new JsonObject { ["channelId"] = "sms:447700900461", ["messageIdResend"] = id });

        Assert.Equal("MESSAGE_NOT_FOUND", (string?)refused.Error["codeKey"]);
    }

    [Fact]
    [Shows("3.8.9")]
    public async Task Resend_copies_the_stored_message_to_the_same_contact_whatever_the_request_holds()
    {
        var workspace = await server.NewWorkspaceAsync();
        var first = await workspace.SendTextAsync(body: "Once more");
        var again = TestWorkspace.Text("+911111111111", "Something else");
        again["type"] = "image";
        again["messageIdResend"] = first;

        var second = await workspace.SendAsync(again);

        Assert.NotEqual(first, second);
        var row = await workspace.RowAsync(second);
        Assert.Equal(("Once more", first), ((string?)row["text"], (string?)row["messageIdResend"]));
        Assert.Empty(row["attachments"]!.AsArray());
    }

    [Fact]
    [Shows("3.8.9")]
    public async Task Resend_needs_neither_type_nor_receiver()
    {
        var workspace = await server.InAsync(Steps.Production);
        var first = await workspace.AcceptedAsync(Steps.Template("ORDER_SHIPPED"));

        var second = await workspace.AcceptedAsync(new JsonObject { ["channelId"] = TestWorkspace.WhatsApp, ["messageIdResend"] = first });

        var rows = await workspace.TranscriptAsync(await workspace.ConversationAsync());
        Assert.Equal([first, second], rows.SkipLast(1).Select(row => (string?)row!["messageId"]));
        Assert.Equal((string?)rows[0]!["text"], (string?)rows[1]!["text"]);
    }
}
