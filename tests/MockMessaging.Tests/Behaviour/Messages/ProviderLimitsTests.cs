using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

/// <summary>What the API takes and a provider does not: accepted, and named in a header of the answer.</summary>
public sealed class ProviderLimitsTests(MockServer server)
{
    private const string Sms = "sms:447700900461";
    private const string Mail = "mailto:support@example.com";

    [Theory]
    [InlineData(TestWorkspace.WhatsApp, "+1 (202) 555-0143", "to.phone '+1 (202) 555-0143' holds more than digits")]
    [InlineData(Sms, "0044-7700-900123", "send it in international form")]
    [InlineData(TestWorkspace.WhatsApp, "+1 202 555 0143", null)]
    [InlineData(Mail, "+1 (202) 555-0143", null)]
    public async Task Phone_that_holds_more_than_digits(string channel, string phone, string? warning)
    {
        var message = TestWorkspace.Text(phone, channelId: channel);
        message["to"]!["email"] = "a@example.com";

        await MentionsAsync(message, warning);
    }

    [Fact]
    public async Task Contact_of_such_a_phone_stays_as_the_live_service_makes_it()
    {
        var workspace = await server.NewWorkspaceAsync();

        var id = await workspace.SendTextAsync("+1 (202) 555-0143");

        Assert.Equal("wa1(202)555-0143_918828218374", (string?)(await workspace.GetAsync($"/_sandbox/messages/{id}")).Body!["contactId"]);
    }

    [Theory]
    [InlineData("\"Rao, Asha\" <asha@example.com>", true)]
    [InlineData("Asha <asha@example.com>", true)]
    [InlineData("a@example.com,b@example.com", true)]
    [InlineData("a@example.com b@example.com", true)]
    [InlineData("not-an-address", true)]
    [InlineData("@example.com", true)]
    [InlineData("a@", true)]
    [InlineData("a.b+c@example.com", false)]
    public async Task Mail_address_that_is_not_one_plain_address(string mail, bool mentioned) => await MentionsAsync(
        new JsonObject { ["channelId"] = Mail, ["to"] = new JsonObject { ["email"] = mail }, ["type"] = "text", ["text"] = new JsonObject { ["body"] = "x" } },
        mentioned ? $"to.email '{mail}' is not one plain mail address" : null);

    [Theory]
    [InlineData("a\nb", "template.data.orderId holds a line break")]
    [InlineData("a\rb", "template.data.orderId holds a line break")]
    [InlineData("a\tb", "template.data.orderId holds a tab")]
    [InlineData("a     b", "template.data.orderId holds more than 4 blanks in a row")]
    [InlineData("a    b", null)]
    [InlineData("", "template.data has 2 of the 3 values of template 'ORDER_SHIPPED'; missing: orderId")]
    public async Task Template_value_with_breaks_or_blanks(string value, string? warning) => await MentionsAsync(
        Steps.Template(new JsonObject { ["code"] = "ORDER_SHIPPED", ["lang"] = "en", ["data"] = new JsonObject { ["orderId"] = value, ["carrier"] = "C", ["deliveryDate"] = "D" } }), warning);

    [Fact]
    public async Task Template_value_deep_down_is_named_by_its_path() => await MentionsAsync(
        Steps.Template(JsonNode.Parse("""{"code":"ORDER_SHIPPED","lang":"en","data":{"lines":[{"name":"ok"},{"name":"a\nb"},null,5]}}""")!.AsObject()), "template.data.lines[1].name holds a line break");

    [Theory]
    [InlineData("pt_BR", "template.lang: there is no template 'ORDER_SHIPPED' in 'pt_BR', so 'en' was taken")]
    [InlineData("hi", null)]
    [InlineData(null, null)]
    public async Task Language_in_which_there_is_no_template(string? lang, string? warning) =>
        await MentionsAsync(Steps.Template(new JsonObject { ["code"] = "ORDER_SHIPPED", ["lang"] = lang, ["data"] = new JsonObject { ["orderId"] = "O", ["carrier"] = "C", ["deliveryDate"] = "D" } }), warning);

    [Theory]
    [InlineData("buttons", 4, "L", "options.buttons has 4 reply buttons; WhatsApp takes 3")]
    [InlineData("buttons", 3, "L", null)]
    [InlineData("buttons", 1, "abcdefghijklmnopqrstuvwxy", "options.buttons[0].label has 25 letters; WhatsApp takes 20 on a button")]
    [InlineData("buttons", 1, "abcdefghijklmnopqrst", null)]
    [InlineData("list", 11, "L", "options.buttons has 11 list rows; WhatsApp takes 10")]
    [InlineData("list", 10, "L", null)]
    [InlineData("list", 1, "abcdefghijklmnopqrstuvwxy", "options.buttons[0].label has 25 letters; WhatsApp takes 24 on a list row")]
    [InlineData("auto", 10, "L", null)]
    [InlineData("auto", 11, "L", "options.buttons has 11 list rows; WhatsApp takes 10")]
    public async Task Buttons_that_are_too_many_or_too_long(string scheme, int count, string label, string? warning)
    {
        var message = TestWorkspace.Text();
        message["options"] = new JsonObject
        {
            ["buttonDisplayScheme"] = scheme,
            ["buttons"] = new JsonArray([.. Enumerable.Range(0, count).Select(index => new JsonObject { ["type"] = "QUICK_REPLY", ["code"] = $"B{index}", ["label"] = label })]),
        };

        await MentionsAsync(message, warning);
    }

    [Theory]
    [InlineData("image", "a.webp", "image.link is a file of type image/webp; WhatsApp takes image/jpeg, image/png as image")]
    [InlineData("image", "a.pdf", "image.link is a file of type application/pdf")]
    [InlineData("image", "a.JPG?size=1", null)]
    [InlineData("image", "a", null)]
    [InlineData("video", "a.avi", "video.link is a file of type video/x-msvideo")]
    [InlineData("audio", "a.wav", "audio.link is a file of type audio/wav")]
    [InlineData("image", "a.png", null)]
    [InlineData("video", "a.mp4", null)]
    [InlineData("video", "a.3gp", null)]
    [InlineData("audio", "a.aac", null)]
    [InlineData("audio", "a.amr", null)]
    [InlineData("audio", "a.mp3", null)]
    [InlineData("audio", "a.m4a", null)]
    [InlineData("audio", "a.ogg", null)]
    [InlineData("document", "a.webp", null)]
    public async Task File_that_is_not_taken_as_what_it_is_sent_as(string kind, string file, string? warning)
    {
        var message = TestWorkspace.Text();
        message["type"] = kind;
        message[kind] = new JsonObject { ["link"] = $"https://m.example.com/{file}" };

        await MentionsAsync(message, warning);
    }

    [Fact]
    public async Task Limits_of_one_provider_are_not_those_of_another()
    {
        var message = TestWorkspace.Text(channelId: "fb:104729385610284");
        message["to"] = new JsonObject { ["contactId"] = "fb1_104729385610284" };
        message["image"] = new JsonObject { ["link"] = "https://m.example.com/a.webp" };

        await MentionsAsync(message, null);
    }

    [Theory]
    [InlineData("STOP")]
    [InlineData(" stop ")]
    [InlineData("STOPALL")]
    [InlineData("UNSUBSCRIBE")]
    [InlineData("CANCEL")]
    [InlineData("END")]
    [InlineData("QUIT")]
    public async Task After_a_stop_on_SMS_nothing_gets_through_until_the_customer_starts_again(string word)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);
        await SaysAsync(workspace, Sms, word);

        Assert.Equal(("BLCKD", "FAILD", "131031"), await FateAsync(workspace, receiver, Sms));
        await SaysAsync(workspace, Sms, "Hello?");
        Assert.Equal(("BLCKD", "FAILD", "131031"), await FateAsync(workspace, receiver, Sms));
        await SaysAsync(workspace, Sms, "start");
        Assert.Equal(("READ", "READ", null), await FateAsync(workspace, receiver, Sms));
    }

    [Fact]
    public async Task Stop_on_another_channel_is_a_text_like_any_other()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);
        await SaysAsync(workspace, TestWorkspace.WhatsApp, "STOP");

        Assert.Equal(("READ", "READ", null), await FateAsync(workspace, receiver, TestWorkspace.WhatsApp));
    }

    [Fact]
    public async Task Stop_concerns_the_one_number_it_was_sent_to()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);
        await SaysAsync(workspace, Sms, "STOP");

        Assert.Equal(("READ", "READ", null), await FateAsync(workspace, receiver, "smstw:12025550119"));
    }

    [Fact]
    public async Task What_a_test_says_shall_happen_wins_over_a_stop()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);
        await SaysAsync(workspace, Sms, "STOP");
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/outcomes", """{"outcome":"never-read"}""")).Ok();

        Assert.Equal(("DLVRD", "DLVRD", null), await FateAsync(workspace, receiver, Sms));
    }

    [Fact]
    public async Task Pressed_button_is_the_first_that_answers()
    {
        var message = TestWorkspace.Text("+12025550009");
        message["options"] = JsonNode.Parse("""{"buttons":[{"type":"URL","code":"OPEN","label":"Open","url":"https://www.example.com"},{"type":"QUICK_REPLY","code":"YES","label":"Yes"}]}""");

        Assert.Equal("YES", (string?)(await AnswerToAsync(message))["form"]!["reply_id"]);
    }

    [Fact]
    public async Task Where_no_button_answers_the_customer_writes()
    {
        var message = TestWorkspace.Text("+12025550009");
        message["options"] = JsonNode.Parse("""{"buttons":[{"type":"URL","code":"OPEN","label":"Open","url":"https://www.example.com"}]}""");

        var answer = await AnswerToAsync(message);

        Assert.Null(answer["form"]);
        Assert.NotEmpty((string)answer["text"]!["body"]!);
    }

    private async Task<JsonNode> AnswerToAsync(JsonObject message)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);
        await workspace.SendAsync(message);
        await workspace.AdvanceAsync("PT1M");
        return receiver.All.Single(push => (string?)push.Body["type"] == "messages").Body["messages"]![0]!;
    }

    private async Task MentionsAsync(JsonObject message, string? warning)
    {
        var answer = (await (await server.NewWorkspaceAsync()).PostAsync(Steps.Send, message)).Ok();

        Assert.Equal("SUCCESS", (string?)answer.Body!["statusKey"]);
        if (warning is null)
        {
            Assert.Null(answer.Header("X-Sandbox-Warnings"));
        }
        else
        {
            Assert.Contains(warning, answer.Header("X-Sandbox-Warnings"), StringComparison.Ordinal);
        }
    }

    private static async Task SaysAsync(TestWorkspace workspace, string channel, string text) =>
        await workspace.CustomerWritesAsync(new JsonObject { ["channelId"] = channel, ["from"] = new JsonObject { ["phone"] = TestWorkspace.Phone }, ["text"] = new JsonObject { ["body"] = text } });

    /// <summary>Status of a new message, and the last push about it with its error.</summary>
    private static async Task<(string? Status, string? Pushed, string? Code)> FateAsync(TestWorkspace workspace, WebhookReceiver receiver, string channel)
    {
        var id = await workspace.SendAsync(TestWorkspace.Text(channelId: channel));
        await workspace.AdvanceAsync();
        var last = receiver.All[^1].Body["statuses"]![0]!;
        return ((string?)(await workspace.GetAsync($"/_sandbox/messages/{id}")).Body!["status"], (string?)last["status"], (string?)last["errors"]?[0]!["code"]);
    }
}
