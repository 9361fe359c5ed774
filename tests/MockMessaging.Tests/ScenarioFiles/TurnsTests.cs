using System.Net;
using System.Text.Json.Nodes;
using MockMessaging.Tests.Behaviour;
using Xunit;

namespace MockMessaging.Tests.ScenarioFiles;

/// <summary>Outcome rules that say how the customer replies, turn by turn.</summary>
public sealed class TurnsTests(MockServer server)
{
    private const string Buttons = """{"buttons":[{"code":"YES","label":"Yes, please"},{"code":"NO","label":"No, thanks"}]}""";

    [Theory]
    [InlineData("""{"says":"Fine"}""", "SENT DLVRD READ text", "Fine")]
    [InlineData("""{"presses":"No, thanks"}""", "SENT DLVRD READ text", "No, thanks")]
    [InlineData("""{"presses":"no"}""", "SENT DLVRD READ text", "No, thanks")]
    [InlineData("""{"presses":"Maybe"}""", "SENT DLVRD READ text", "Maybe")]
    [InlineData("""{"sends":{"image":{"caption":"Look"}}}""", "SENT DLVRD READ image", null)]
    [InlineData("""{"says":"Fine","outcome":"never-read"}""", "SENT DLVRD text", "Fine")]
    [InlineData("""{"says":"Fine","outcome":"replies"}""", "SENT DLVRD READ text", "Fine")]
    public async Task Rule_prescribes_the_reply(string rule, string pushed, string? text)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await AddAsync(workspace, rule);

        await SendAsync(workspace);
        await workspace.AdvanceAsync();

        Assert.Equal(pushed.Split(' '), receiver.Subjects);
        Assert.Equal(text, (string?)receiver.All[^1].Item["text"]?["body"]);
    }

    [Fact]
    public async Task Pressed_button_has_the_code_of_the_message()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await AddAsync(workspace, """{"presses":"No, thanks","after":"PT1M"}""");

        await SendAsync(workspace);
        await workspace.AdvanceAsync("PT59S");
        Assert.Equal("READ", receiver.All[^1].Subject);
        await workspace.AdvanceAsync("PT1S");

        Assert.Equal("NO", (string?)receiver.All[^1].Item["form"]!["reply_id"]);
    }

    [Fact]
    public async Task Turns_come_in_order_and_each_waits_for_its_message()
    {
        var workspace = await server.NewWorkspaceAsync();
        await AddAsync(workspace, """
            {"times":1,"turns":[{"when":{"text":"order"},"says":"Which one?"},{"when":{"button":"YES"},"presses":"YES"},{"outcome":"blocked"}]}
            """);

        Assert.Equal(["Hello"], await TalkAsync(workspace, "Hello"));
        Assert.Equal(["Hello", "Your order", "Which one?"], await TalkAsync(workspace, "Your order"));
        Assert.Equal("Your order", (await TalkAsync(workspace, "Your order"))[^1]);
        Assert.Equal((3, 1), await PlaceAsync(workspace, sends: true));
        Assert.Equal("BLCKD", await StatusAsync(workspace, await workspace.SendTextAsync()));
        Assert.Equal((null, 0), await PlaceAsync(workspace));
        Assert.Equal("READ", await StatusAsync(workspace, await workspace.SendTextAsync()));
    }

    [Fact]
    public async Task Turn_waits_for_its_template()
    {
        var workspace = await server.NewWorkspaceAsync();
        await AddAsync(workspace, """{"times":1,"turns":[{"when":{"templateCode":"FEEDBACK"},"says":"Great"}]}""");

        Assert.Equal(["Hello"], await TalkAsync(workspace, "Hello"));
        await StatusAsync(workspace, await workspace.SendAsync(Steps.Template("FEEDBACK")));
        Assert.Equal("Great", (await TextsAsync(workspace))[^1]);
    }

    [Fact]
    public async Task Turns_without_a_limit_begin_again()
    {
        var workspace = await server.NewWorkspaceAsync();
        await AddAsync(workspace, """{"turns":[{"says":"one"},{"says":"two"}]}""");

        await TalkAsync(workspace, "a");
        await TalkAsync(workspace, "b");

        Assert.Equal(["a", "one", "b", "two", "c", "one"], await TalkAsync(workspace, "c"));
    }

    [Fact]
    public async Task Message_that_does_not_reach_the_customer_is_not_a_turn()
    {
        var workspace = await server.NewWorkspaceAsync();
        const string Sms = "sms:447700900461";
        await AddAsync(workspace, """{"times":1,"turns":[{"says":"STOP"},{"says":"Thanks"}]}""");

        await StatusAsync(workspace, await workspace.SendAsync(TestWorkspace.Text(channelId: Sms)));
        Assert.Equal("BLCKD", await StatusAsync(workspace, await workspace.SendAsync(TestWorkspace.Text(channelId: Sms))));

        Assert.Equal((2, 1), await PlaceAsync(workspace));
    }

    [Fact]
    public async Task Restart_fork_and_snapshot_keep_the_place()
    {
        var folder = Directory.CreateTempSubdirectory("turns");
        try
        {
            (string, string)[] settings = [("Storage:Path", Path.Combine(folder.FullName, "data.db"))];
            var key = MockServer.NewKey();
            await using (var first = await MockServer.StartAsync(settings))
            {
                var workspace = new TestWorkspace(first.BaseAddress, key);
                await workspace.FreezeAsync();
                await AddAsync(workspace, """{"times":1,"turns":[{"says":"one"},{"sends":{"content":{"CamelCase":1.50},"type":"reaction"}},{"says":"three","after":"PT1H"}]}""");
                await TalkAsync(workspace, "a");
                await TalkAsync(workspace, "b");
                await workspace.SendTextAsync(body: "c");
            }

            await using var second = await MockServer.StartAsync(settings);
            var again = new TestWorkspace(second.BaseAddress, key);
            var fork = (string)(await again.PostAsync("/_sandbox/workspaces", new JsonObject())).Ok().Body!["key"]!;
            foreach (var workspace in new[] { again, new TestWorkspace(second.BaseAddress, fork) })
            {
                Assert.Equal((null, 0), await PlaceAsync(workspace));
                await workspace.AdvanceAsync("PT2H");
                Assert.Equal(["c", "three"], (await TextsAsync(workspace))[^2..]);
            }

            Assert.Equal("""{"type":"reaction","content":{"CamelCase":1.50}}""", (await RuleAsync(again))["turns"]![1]!["sends"]!.ToJsonString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("""{"says":"a","presses":"b"}""", "presses")]
    [InlineData("""{"says":""}""", "says")]
    [InlineData("""{"says":"a","outcome":"failed"}""", "says")]
    [InlineData("""{"says":"a","after":"soon"}""", "after")]
    [InlineData("""{"says":"a","after":"PT1S","delays":{"reply":"PT2S"}}""", "after")]
    [InlineData("""{"sends":{"image":{"mediaId":"none"}}}""", "sends.image.mediaId")]
    [InlineData("""{"turns":[]}""", "turns")]
    [InlineData("""{"turns":[{}],"times":0}""", "times")]
    [InlineData("""{"turns":[{},{"outcome":"explodes"}]}""", "turns[1].outcome")]
    [InlineData("""{"outcome":"blocked","turns":[{"says":"a"}]}""", "turns[0].says")]
    [InlineData("""{"turns":[{"when":{"templateCode":"FEEDBAK"}}]}""", "turns[0].when.templateCode")]
    [InlineData("""{"turns":[{"error":{}}]}""", "turns[0].error.code")]
    [InlineData("""{"match":{"button":" "},"outcome":"read"}""", "match.button")]
    public async Task Reaction_that_makes_no_sense_is_refused_by_field(string rule, string field)
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/outcomes", rule)).Is(HttpStatusCode.BadRequest);

        Assert.Equal(field, (string?)refused.Body!["field"]);
    }

    [Theory]
    [InlineData("""{"reply":{}}""", "reply")]
    [InlineData("""{"reply":{"content":{"text":5}}}""", "reply.content")]
    [InlineData("""{"turns":[]}""", "turns")]
    [InlineData("""{"turns":[{"outcome":"miracle","delays":{}}]}""", "turns[0].outcome")]
    [InlineData("{}", "outcome")]
    public async Task Import_refuses_a_rule_that_could_not_be_carried_out(string rule, string field)
    {
        var workspace = await server.NewWorkspaceAsync();
        var data = JsonNode.Parse(rule)!.AsObject();
        (data["id"], data["match"], data["delays"]) = ("000000000000000000000001", new JsonObject(), new JsonObject());

        var refused = (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/import", $$"""
            {"format":"mock-messaging-workspace","version":1,"archivedAt":"2026-01-05T10:00:00Z","seed":1,"records":[{"kind":"OutcomeRule","data":{{data.ToJsonString()}}}]}
            """)).Is(HttpStatusCode.BadRequest);

        Assert.Equal($"records[0].data.{field}", (string?)refused.Body!["field"]);
    }

    [Fact]
    public async Task Rule_is_shown_as_it_could_be_posted_again()
    {
        var workspace = await server.NewWorkspaceAsync();
        var added = await AddAsync(workspace, """{"times":1,"turns":[{"when":{"text":"a"},"says":"b"},{"presses":"c"},{"sends":{"image":{"caption":"d"}}},{"outcome":"failed","error":{"code":"470"}}]}""");

        var again = await AddAsync(workspace, new JsonObject { ["times"] = 1, ["turns"] = added["turns"]!.DeepClone() }.ToJsonString());

        Assert.True(JsonNode.DeepEquals(added["turns"], again["turns"]));
        Assert.Equal(("b", "c", "d"), ((string?)added["turns"]![0]!["says"], (string?)added["turns"]![1]!["presses"], (string?)added["turns"]![2]!["sends"]!["image"]!["caption"]));
    }

    [Fact]
    public async Task What_is_due_says_what_the_customer_will_do()
    {
        var workspace = await server.NewWorkspaceAsync();
        await AddAsync(workspace, """{"says":"Fine"}""");
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync("PT1S");

        Assert.Equal("The customer writes 'Fine'.", (string?)(await workspace.GetAsync("/_sandbox/clock/due")).Ok().Body!["due"]![0]!["detail"]);
    }

    /// <summary>Sends a text with buttons, and gives all texts of the workspace when nothing more happens.</summary>
    private static async Task<string[]> TalkAsync(TestWorkspace workspace, string text)
    {
        await workspace.SendTextAsync(body: text);
        await workspace.AdvanceAsync();
        return await TextsAsync(workspace);
    }

    private static async Task<string[]> TextsAsync(TestWorkspace workspace) =>
        [.. (await workspace.GetAsync("/_sandbox/messages")).Ok().Body!["messages"]!.AsArray().Select(message => (string?)message!["text"] ?? "")];

    private static Task<string> SendAsync(TestWorkspace workspace)
    {
        var message = TestWorkspace.Text();
        message["options"] = JsonNode.Parse(Buttons);
        return workspace.SendAsync(message);
    }

    private static async Task<string?> StatusAsync(TestWorkspace workspace, string id)
    {
        await workspace.AdvanceAsync();
        return (string?)(await workspace.GetAsync("/_sandbox/messages/" + id)).Ok().Body!["status"];
    }

    /// <summary>The next turn and how many messages are left.</summary>
    private static async Task<(int? Turn, int? Left)> PlaceAsync(TestWorkspace workspace, bool sends = false)
    {
        if (sends)
        {
            await SendAsync(workspace);
            await workspace.AdvanceAsync();
        }

        var rule = await RuleAsync(workspace);
        return ((int?)rule["turn"], (int?)rule["left"]);
    }

    private static async Task<JsonNode> RuleAsync(TestWorkspace workspace) => (await workspace.GetAsync("/_sandbox/outcomes")).Ok().Body!["rules"]![0]!;

    private static async Task<JsonNode> AddAsync(TestWorkspace workspace, string rule) => (await workspace.PostAsync("/_sandbox/outcomes", JsonNode.Parse(rule)!)).Ok().Body!;
}
