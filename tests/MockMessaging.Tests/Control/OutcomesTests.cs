using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Control;

public sealed class OutcomesTests(MockServer server)
{
    [Theory]
    [InlineData("0007", "SENT DLVRD READ")]
    [InlineData("0008", "SENT DLVRD READ DELTD")]
    [InlineData("0009", "SENT DLVRD READ text")]
    [InlineData("0010", "SENT DLVRD READ image")]
    [InlineData("0011", "SENT DLVRD READ text")]
    public async Task Phone_ending_tells_a_whole_story(string ending, string story)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);

        await workspace.SendTextAsync("+91 98765 " + ending);
        await workspace.AdvanceAsync("PT2H");

        Assert.Equal(story.Split(' '), receiver.Subjects);
    }

    [Fact]
    public async Task Table_in_the_readme_is_the_one_the_server_lists()
    {
        var workspace = await server.NewWorkspaceAsync();
        var listed = (await workspace.GetAsync("/_sandbox/outcomes")).Ok().Body!["outcomes"]!.AsArray()
            .Select(row => $"| {row!["phoneEndsWith"]?.GetValue<string>() ?? "anything else"} | {row["name"]} | {row["story"]} |");
        var readme = await File.ReadAllLinesAsync(Path.Combine(Conventions.SourceTree.Root, "src/MockMessaging/Control/README.md"), TestWorkspace.Cancelled);

        var printed = readme.SkipWhile(line => line != "| Phone ends with | Outcome | What happens |").Skip(2).TakeWhile(line => line.StartsWith('|'));

        Assert.Equal(listed, printed);
    }

    [Fact]
    public async Task Customer_presses_the_first_button()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        var message = TestWorkspace.Text();
        message["options"] = JsonNode.Parse("""{"buttons":[{"code":"YES","label":"Yes, please"},{"code":"NO","label":"No"}]}""");
        await AddAsync(workspace, """{"outcome":"presses-button"}""");

        await workspace.SendAsync(message);
        await workspace.AdvanceAsync();

        var pressed = receiver.All[^1].Item;
        Assert.Equal(("YES", "Yes, please"), ((string?)pressed["form"]!["reply_id"], (string?)pressed["text"]!["body"]));
    }

    [Fact]
    public async Task Customer_says_STOP()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await AddAsync(workspace, """{"outcome":"says-stop"}""");

        await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        Assert.Equal("STOP", (string?)receiver.All[^1].Item["text"]!["body"]);
    }

    [Fact]
    public async Task Rule_counts_so_many_times_with_its_own_reason()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.NewWorkspaceAsync();
        await workspace.RegisterWebhookAsync(receiver.Url);
        await AddAsync(workspace, """{"match":{"contactId":"wa919876543210_918828218374"},"outcome":"failed","error":{"code":"470"},"times":1}""");

        await workspace.SendTextAsync();
        await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        Assert.Equal(["SENT", "SENT", "FAILD", "DLVRD", "READ"], receiver.Subjects);
        Assert.Equal("470", (string?)receiver.All[2].Item["errors"]![0]!["code"]);
    }

    [Theory]
    [InlineData("""{"channelId":"wa360:918828218374"}""", true)]
    [InlineData("""{"channelId":"sms:447700900461"}""", false)]
    [InlineData("""{"phone":"919876543210"}""", true)]
    [InlineData("""{"phone":"+91 98765 43210"}""", true)]
    [InlineData("""{"phone":"+91 98765 43211"}""", false)]
    [InlineData("""{"email":"a@example.com"}""", false)]
    [InlineData("""{"text":"hELLo"}""", true)]
    [InlineData("""{"text":"bye"}""", false)]
    [InlineData("""{"type":"text"}""", true)]
    [InlineData("""{"type":"image"}""", false)]
    [InlineData("""{"templateCode":"FEEDBACK"}""", false)]
    [InlineData("""{}""", true)]
    public async Task Rule_is_for_what_it_matches_only(string match, bool counts)
    {
        var workspace = await server.NewWorkspaceAsync();
        await AddAsync(workspace, $$"""{"match":{{match}},"outcome":"stays-sent"}""");

        var id = await workspace.SendTextAsync(body: "Hello there");
        await workspace.AdvanceAsync();

        Assert.Equal(counts ? "SENT" : "READ", (string?)(await workspace.MessageAsync(id))["status"]);
    }

    [Fact]
    public async Task Rule_sets_the_pace_of_its_story()
    {
        var workspace = await server.NewWorkspaceAsync();
        await AddAsync(workspace, """{"outcome":"read","delays":{"sent":"PT1S","delivered":"PT10S","read":"PT1M"}}""");
        var id = await workspace.SendTextAsync();

        await workspace.AdvanceAsync("PT59S");
        var before = (string?)(await workspace.MessageAsync(id))["status"];
        await workspace.AdvanceAsync("PT1S");

        Assert.Equal(("DLVRD", "READ"), (before, (string?)(await workspace.MessageAsync(id))["status"]));
    }

    [Fact]
    public async Task Workspace_sets_the_pace_of_all_and_a_reset_takes_it_back()
    {
        var workspace = await server.NewWorkspaceAsync();
        (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", """{"delays":{"read":"PT1H"}}""")).Ok();
        Assert.Equal("PT1H", (string?)(await workspace.LookAsync())["delays"]!["read"]);
        var slow = await workspace.SendTextAsync();
        await workspace.AdvanceAsync("PT59M");
        Assert.Equal("DLVRD", (string?)(await workspace.MessageAsync(slow))["status"]);

        await workspace.ResetAsync();
        await workspace.FreezeAsync();
        var usual = await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        Assert.Equal("READ", (string?)(await workspace.MessageAsync(usual))["status"]);
    }

    [Fact]
    public async Task Removed_rule_counts_no_more()
    {
        var workspace = await server.NewWorkspaceAsync();
        var rule = await AddAsync(workspace, """{"outcome":"failed"}""");
        (await workspace.CallAsync(HttpMethod.Delete, $"/_sandbox/outcomes/{rule["id"]}", null)).Is(HttpStatusCode.NoContent);

        var id = await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        Assert.Equal("READ", (string?)(await workspace.MessageAsync(id))["status"]);
        (await workspace.CallAsync(HttpMethod.Delete, $"/_sandbox/outcomes/{rule["id"]}", null)).Is(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("""{"outcome":"explodes"}""", "outcome")]
    [InlineData("""{"outcome":"read","error":{"code":"470"}}""", "error")]
    [InlineData("""{"outcome":"failed","error":{}}""", "error.code")]
    [InlineData("""{"outcome":"read","times":0}""", "times")]
    [InlineData("""{"outcome":"read","delays":{"read":"soon"}}""", "delays.read")]
    [InlineData("""{"outcome":"read","match":{"type":"txt"}}""", "match.type")]
    [InlineData("""{"outcome":"read","match":{"channelId":"wa360:918828218375"}}""", "match.channelId")]
    [InlineData("""{"outcome":"read","match":{"templateCode":"FEEDBAK"}}""", "match.templateCode")]
    [InlineData("""{"outcome":"read","match":{"text":""}}""", "match.text")]
    [InlineData("""{"outcome":"read","match":{"phone":"+ "}}""", "match.phone")]
    [InlineData("""{"outcome":"read","match":{"email":" "}}""", "match.email")]
    public async Task Rule_that_makes_no_sense_is_refused_by_field(string rule, string field)
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/outcomes", rule)).Is(HttpStatusCode.BadRequest);

        Assert.Equal(field, (string?)refused.Body!["field"]);
    }

    [Fact]
    public async Task Text_of_a_rule_is_bounded()
    {
        var workspace = await server.NewWorkspaceAsync();
        var rule = new JsonObject { ["outcome"] = "read", ["match"] = new JsonObject { ["text"] = new string('a', 1_001) } };

        Assert.Equal("match.text", (string?)(await workspace.PostAsync("/_sandbox/outcomes", rule)).Is(HttpStatusCode.BadRequest).Body!["field"]);
    }

    [Fact]
    public async Task Rule_for_a_mail_address_is_for_those_mails()
    {
        var workspace = await server.NewWorkspaceAsync();
        await AddAsync(workspace, """{"match":{"email":"Ann@Example.com"},"outcome":"stays-sent"}""");
        var mail = TestWorkspace.Text(channelId: "mailto:support@example.com");
        mail["to"] = new JsonObject { ["email"] = "ann@example.com" };
        var id = await workspace.SendAsync(mail);
        await workspace.AdvanceAsync();

        Assert.Equal("SENT", (string?)(await workspace.GetAsync("/_sandbox/messages/" + id)).Ok().Body!["status"]);
    }

    [Fact]
    public async Task Rule_is_shown_as_it_could_be_posted_again()
    {
        var workspace = await server.NewWorkspaceAsync();
        await AddAsync(workspace, """{"match":{"phone":"+91 98765 43210","text":"Hello"},"outcome":"failed","error":{"code":"470","title":"Late"},"delays":{"sent":"PT1S"},"times":3}""");
        await workspace.SendTextAsync();

        var shown = (await workspace.GetAsync("/_sandbox/outcomes")).Ok().Body!["rules"]![0]!;

        Assert.Equal((1, 2), ((int)shown["used"]!, (int)shown["left"]!));
        var again = new JsonObject();
        foreach (var name in new[] { "match", "outcome", "error", "delays", "times" })
        {
            again[name] = shown[name]!.DeepClone();
        }

        var second = await AddAsync(workspace, again.ToJsonString());
        Assert.All(again, field => Assert.True(JsonNode.DeepEquals(field.Value, second[field.Key]), field.Key));
        Assert.Equal(("Late", "PT1S"), ((string?)second["error"]!["title"], (string?)second["delays"]!["sent"]));
    }

    private static async Task<JsonNode> AddAsync(TestWorkspace workspace, string rule) => (await workspace.PostAsync("/_sandbox/outcomes", JsonNode.Parse(rule)!)).Ok().Body!;
}
