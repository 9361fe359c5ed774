using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("4.1")]
public sealed class AddressingTests(MockServer server)
{
    [Theory]
    [InlineData("+91 99887 76655", "919988776655")]
    [InlineData("+ 91 998 ", "91998")]
    [InlineData("+91-998(1)", "91-998(1)")]
    [InlineData("919988776655", "919988776655")]
    [InlineData("99887 76655", "99887 76655")]
    [InlineData("0091 998", "0091 998")]
    [Shows("4.1.1")]
    public async Task Only_a_phone_that_begins_with_plus_loses_plus_and_blanks(string phone, string csid)
    {
        var contact = await AddresseeAsync(TestWorkspace.WhatsApp, new JsonObject { ["phone"] = phone });

        Assert.Equal((csid, csid), ((string?)contact["csid"], (string?)contact["profile"]!["phone"]));
    }

    [Fact]
    [Shows("4.1.1")]
    public async Task Phone_given_as_a_number_is_left_as_it_is() =>
        Assert.Equal("919988776655", (string?)(await AddresseeAsync(TestWorkspace.WhatsApp, new JsonObject { ["phone"] = 919988776655 }))["csid"]);

    [Theory]
    [InlineData("wa360:918828218374", "447700900001")]
    [InlineData("sms:447700900461", "447700900001")]
    [InlineData("smstw:12025550119", "447700900001")]
    [InlineData("mailto:support@example.com", "a@example.com")]
    [InlineData("outlook:billing@example.com", "a@example.com")]
    [Shows("4.1.2")]
    public async Task Csid_is_the_phone_or_the_address_of_the_receiver(string channelId, string csid)
    {
        var contact = await AddresseeAsync(channelId, JsonNode.Parse("""{"phone":"+44 7700 900001","email":"a@example.com"}""")!);

        Assert.Equal(csid, (string?)contact["csid"]);
    }

    [Theory]
    [InlineData("wa360:918828218374", "wa91998_918828218374")]
    [InlineData("wac360:447700900142", "wa91998_447700900142")]
    [InlineData("wacfb:12025550143", "wa91998_12025550143")]
    [InlineData("wags:61491570156", "wa91998_61491570156")]
    [InlineData("sms:447700900461", "sms91998_447700900461")]
    [InlineData("smstw:12025550119", "sms91998_12025550119")]
    [InlineData("mailto:support@example.com", "emaila@example.com_support@example.com")]
    [InlineData("gmail:orders@example.com", "emaila@example.com_orders@example.com")]
    [InlineData("outlook:billing@example.com", "emaila@example.com_billing@example.com")]
    [InlineData("imap:returns@example.com", "emaila@example.com_returns@example.com")]
    [InlineData("fb:104729385610284", "fb777_104729385610284")]
    [InlineData("ig:17841405309211", "ig777_17841405309211")]
    [InlineData("tw:1402837465910", "tw777_1402837465910")]
    [InlineData("tg:mockmessagingbot", "tg777_mockmessagingbot")]
    [InlineData("web:www.example.com", "web777_www.example.com")]
    [InlineData("oa:2894710365", "oa777_2894710365")]
    [InlineData("firebase:example-shop-app", "push777_example-shop-app")]
    [InlineData("pa:example-shop-web", "push777_example-shop-web")]
    [Shows("4.1.2", "4.1.4", "4.1.5")]
    public async Task ContactId_is_prefix_of_the_contact_type_csid_and_lane(string channelId, string contactId)
    {
        var workspace = await server.NewWorkspaceAsync();
        var from = JsonNode.Parse("""{"phone":"+91 998","email":"a@example.com","csid":"777"}""");

        var message = (await workspace.CustomerWritesAsync(new JsonObject { ["channelId"] = channelId, ["from"] = from }))["message"]!;

        Assert.Equal(contactId, (string?)message["contactId"]);
    }

    [Fact]
    [Shows("4.1.2")]
    public async Task Csid_given_to_a_social_channel_is_used() =>
        Assert.Equal("fb777_104729385610284", (string?)(await AddresseeAsync("fb:104729385610284", new JsonObject { ["csid"] = "777" }))["contactId"]);

    [Theory]
    [InlineData("wa360:918828218374", "wa919988776655_918828218374")]
    [InlineData("fb:104729385610284", "fb777_104729385610284")]
    [InlineData("mailto:support@example.com", "somebody else entirely")]
    [Shows("4.1.3")]
    public async Task Given_contactId_is_used_as_it_is_and_wins(string channelId, string contactId)
    {
        var contact = await AddresseeAsync(channelId, new JsonObject { ["contactId"] = contactId, ["phone"] = "+1", ["email"] = "b@example.com" });

        Assert.Equal(contactId, (string?)contact["contactId"]);
    }

    [Theory]
    [InlineData("wac360:447700900142", "447700900142")]
    [InlineData("mailto:support@example.com", "support@example.com")]
    [Shows("4.1.4", "4.1.6")]
    public async Task Lane_is_what_follows_the_colon(string channelId, string lane)
    {
        var contact = await AddresseeAsync(channelId, JsonNode.Parse("""{"phone":"+91998","email":"a@example.com"}""")!);

        Assert.Equal((lane, channelId), ((string?)contact["lane"], (string?)contact["channelId"]));
        Assert.EndsWith($"{contact["csid"]}_{lane}", (string?)contact["contactId"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wa360:918828218374", """{"name":"Asha"}""")]
    [InlineData("wa360:918828218374", """{"email":"a@example.com"}""")]
    [InlineData("sms:447700900461", """{"email":"a@example.com"}""")]
    [InlineData("mailto:support@example.com", """{"phone":"+911"}""")]
    [InlineData("fb:104729385610284", """{"phone":"+911","email":"a@example.com"}""")]
    [Shows("4.1.2")]
    public async Task Contact_that_cannot_be_worked_out_is_refused(string channelId, string to)
    {
        foreach (var fidelity in new[] { Steps.Documented, Steps.Production })
        {
            var refused = (await (await server.InAsync(fidelity)).RawAsync(Steps.Send, Text(channelId, JsonNode.Parse(to)!))).Is(HttpStatusCode.BadRequest);

            Assert.Equal(("to", "INSUFFICIENT_CONTACT_DETAILS"), ((string?)refused.Error["field"], (string?)refused.Error["codeKey"]));
        }
    }

    [Fact]
    [Shows("4.1.7")]
    public async Task Given_name_counts_for_that_message_only()
    {
        var workspace = await server.NewWorkspaceAsync();

        var first = await workspace.SendAsync(Greeting("Asha"));
        var second = await workspace.SendAsync(Greeting("Ravi"));
        var third = await workspace.SendAsync(Greeting(null));

        Assert.Contains("Asha", (string?)(await workspace.RowAsync(first))["text"], StringComparison.Ordinal);
        Assert.Contains("Ravi", (string?)(await workspace.RowAsync(second))["text"], StringComparison.Ordinal);
        Assert.Contains("Asha", (string?)(await workspace.RowAsync(third))["text"], StringComparison.Ordinal);
    }

    private static JsonObject Greeting(string? name)
    {
        var message = Steps.Template("FEEDBACK");
        message["to"]!["name"] = name;
        return message;
    }

    private static JsonObject Text(string channelId, JsonNode to)
    {
        var message = TestWorkspace.Text(channelId: channelId);
        message["to"] = to;
        return message;
    }

    /// <summary>Whom a message went to, as its pushes tell.</summary>
    private async Task<JsonNode> AddresseeAsync(string channelId, JsonNode to)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);
        await workspace.SendAsync(Text(channelId, to));
        await workspace.AdvanceAsync();
        return receiver.All[0].Body["contacts"]![0]!;
    }
}
