using Xunit;

namespace MockMessaging.Tests.Behaviour;

/// <summary>What providers refuse although the API accepts it: one case for each row of the table.</summary>
public sealed class ProviderRulesTests(MockServer server)
{
    /// <summary>Sizes are known only after a fetch or an upload: see <see cref="FileSizesTests"/>.</summary>
    private static readonly string[] Sizes = ["image-size WHATSAPP", "audio-video-size WHATSAPP", "document-size WHATSAPP"];

    public static TheoryData<string> Rules => [.. RuleBreakers.Broken.Keys];

    public static TheoryData<string> RulesWithError => [.. RuleBreakers.Broken.Keys.Where(rule => rule != "old-phone WHATSAPP")];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Broken_rule_is_a_warning_and_the_message_goes_on(string rule)
    {
        var workspace = await server.PreparedAsync(rule, "warn");

        var sent = (await workspace.PostAsync("/api/v1/message/send", RuleBreakers.Broken[rule]())).Ok();
        await workspace.AdvanceAsync();

        Assert.NotNull(sent.Header("X-Sandbox-Warnings"));
        Assert.Equal("READ", (string?)(await workspace.OfAsync(sent))["status"]);
    }

    [Theory]
    [MemberData(nameof(RulesWithError))]
    public async Task Enforced_rule_fails_the_message_with_the_providers_code(string rule)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.PreparedAsync(rule, "enforce");
        await workspace.RegisterWebhookAsync(receiver.Url);
        var row = (await (workspace).RowsAsync()).Single(row => RuleBreakers.NameOf(row) == rule);

        var sent = (await workspace.PostAsync("/api/v1/message/send", RuleBreakers.Broken[rule]())).Ok();
        await workspace.AdvanceAsync();

        var message = await workspace.OfAsync(sent);
        Assert.Equal(("FAILD", "rejected"), ((string?)message["status"], (string?)message["outcome"]));
        Assert.Equal(["FAILD"], receiver.Subjects);
        var error = receiver.All.Single().Item["errors"]![0]!;
        Assert.Equal(((string?)row["code"], (string?)row["title"]), ((string?)error["code"], (string?)error["title"]));
        Assert.StartsWith(((string)error["details"]!)[..30], sent.Header("X-Sandbox-Warnings"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Rule_that_is_off_is_not_checked(string rule)
    {
        var workspace = await server.PreparedAsync(rule, "off");

        var sent = (await workspace.PostAsync("/api/v1/message/send", RuleBreakers.Broken[rule]())).Ok();
        await workspace.AdvanceAsync();

        Assert.Null(sent.Header("X-Sandbox-Warnings"));
        Assert.Equal("READ", (string?)(await workspace.OfAsync(sent))["status"]);
    }

    [Fact]
    public async Task Every_rule_has_a_case() =>
        Assert.Equal((await (await server.NewWorkspaceAsync()).RowsAsync()).Select(RuleBreakers.NameOf), RuleBreakers.Broken.Keys.Concat(Sizes));

    [Fact]
    public async Task Every_rule_has_a_source() =>
        Assert.All(await (await server.NewWorkspaceAsync()).RowsAsync(), row => Assert.StartsWith("https://", (string?)row["source"], StringComparison.Ordinal));

    [Fact]
    public async Task Table_in_the_readme_is_the_one_the_server_lists()
    {
        var listed = (await (await server.NewWorkspaceAsync()).RowsAsync())
            .Select(row => $"| {row["name"]} | {row["contactType"]} | {row["checks"]} | {row["limit"]?.ToJsonString()} | {(row["code"] is null ? "" : $"{row["code"]}: {row["title"]}")} | {row["source"]} |");
        var readme = await File.ReadAllLinesAsync(Path.Combine(Conventions.SourceTree.Root, "src/MockMessaging/Control/README.md"), TestWorkspace.Cancelled);

        var printed = readme.SkipWhile(line => line != "| Rule | Channels | What is checked | Limit | Provider's error | Source |").Skip(2).TakeWhile(line => line.StartsWith('|'));

        Assert.Equal(listed, printed);
    }

    [Fact]
    public async Task Message_that_breaks_no_rule_is_delivered_under_enforcement()
    {
        var workspace = await server.PreparedAsync("", "enforce");

        foreach (var message in new[] { TestWorkspace.Text(body: RuleBreakers.Long(4_096)), RuleBreakers.Template(data => data), RuleBreakers.Buttons("buttons", 3, RuleBreakers.Long(20), body: RuleBreakers.Long(1_024)), RuleBreakers.Buttons("list", 10, RuleBreakers.Long(24), RuleBreakers.Long(72)), RuleBreakers.Media("image", "a.png", RuleBreakers.Long(1_024)) })
        {
            var sent = (await workspace.PostAsync("/api/v1/message/send", message)).Ok();
            await workspace.AdvanceAsync();

            Assert.Null(sent.Header("X-Sandbox-Warnings"));
            Assert.Equal("READ", (string?)(await workspace.OfAsync(sent))["status"]);
        }
    }

    [Fact]
    public async Task Emoji_counts_as_one_character()
    {
        var workspace = await server.PreparedAsync("", "warn");

        Assert.Null((await workspace.PostAsync("/api/v1/message/send", RuleBreakers.Buttons("buttons", 1, string.Concat(Enumerable.Repeat("😀", 20))))).Ok().Header("X-Sandbox-Warnings"));
    }
}
