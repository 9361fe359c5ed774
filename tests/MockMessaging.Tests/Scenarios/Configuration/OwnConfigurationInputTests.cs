using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

/// <summary>What a workspace cannot set: each refusal names the field, and nothing changes.</summary>
public sealed class OwnConfigurationInputTests(MockServer server)
{
    private static readonly string Long = new('x', 10_001);

    public static TheoryData<string, string, string, string> Refused { get; } = new()
    {
        { "channels/wa36:15550001111", "{}", "channelId", "did you mean 'wa360'" },
        { "channels/wa360", "{}", "channelId", "wa360:918828218374" },
        { "channels/wa360:ABC", "{}", "channelId", "in lower case" },
        { "channels/wa360:" + new string('1', 100), "{}", "channelId", "100 characters" },
        { "channels/wa360:1%202", "{}", "channelId", "without blanks" },
        { "channels/wa360:1", "null", "", "missing" },
        { "channels/wa360:1", "[]", "", "expected" },
        { "channels/wa360:1", """{"name":"a","name":"b"}""", "name", "more than once" },
        { "channels/wa360:1", """{"nme":"a"}""", "nme", "did you mean 'name'" },
        { "channels/wa360:1", """{"name":"\ud83d"}""", "", "not valid Unicode" },
        { "channels/wa360:1", """{"disabled":"maybe"}""", "disabled", "expected" },
        { "channels/wa360:1", $$"""{"name":"{{Long}}"}""", "name", "200 at most" },
        { "templates/a", "{}", "code", "missing" },
        { "templates/a", """{"code":"A"}""", "body", "missing" },
        { "templates/-a", """{"code":"A","body":"a"}""", "id", "begins with a letter or digit" },
        { "templates/a", """{"code":"A","body":"a","id":"b"}""", "id", "path" },
        { "templates/a", """{"code":"A","body":"a","template":"b"}""", "template", "differs" },
        { "templates/a", $$"""{"code":"A","body":"{{Long}}"}""", "body", "10000 at most" },
        { "templates/a", """{"code":"A","body":"a","lang":"english please"}""", "lang", "en_US" },
        { "templates/a", """{"code":"A","body":"a","status":"aproved"}""", "status", "did you mean 'approved'" },
        { "templates/a", """{"code":"A","body":"a","status":"rejected","approveAfter":"PT1H"}""", "approveAfter", "only a pending" },
        { "templates/a", """{"code":"A","body":"a","approveAfter":"PT0S"}""", "approveAfter", "longer" },
        { "templates/a", """{"code":"A","body":"a","approveAfter":"P366D"}""", "approveAfter", "longer than" },
        { "templates/a", """{"code":"A","body":"a","approveAfter":"soon"}""", "approveAfter", "ISO 8601" },
        { "templates/a", """{"code":"A","body":"a","status":"approved","reason":"why"}""", "reason", "leave it out" },
        { "templates/a", """{"code":"A","body":"a","contactType":"WHATSAP"}""", "contactType", "did you mean 'WHATSAPP'" },
        { "templates/a", """{"code":"A","body":"a","approved":[{"channelId":"wa360:918828218373"}]}""", "approved[0].channelId", "did you mean 'wa360:918828218374'" },
        { "templates/a", """{"code":"A","body":"a","approved":[{}]}""", "approved[0].channelId", "missing" },
        { "templates/a", """{"code":"A","body":"a","approved":[{"channelId":"wa360:918828218374"},{"channelId":"wa360:918828218374"}]}""", "approved[1].channelId", "twice" },
        { "templates/a", """{"code":"A","body":"a","options":{"butons":[]}}""", "options.butons", "did you mean 'buttons'" },
        { "templates/a", """{"code":"A","body":"a","options":{"buttons":7}}""", "options", "buttons" },
        { "templates/a", """{"code":"A","body":"a","options":{"buttons":[null]}}""", "options.buttons[0]", "it is null" },
        { "templates/a", """{"code":"A","body":"{{#each data.a}}{{#each data.b}}x{{/each}}{{/each}}"}""", "body", "more than one loop" },
        { "templates/a", """{"code":"A","body":"{{^each data.a}}{{else}}{{^each data.b}}{{/each}}{{/each}}"}""", "body", "more than one loop" },
        { "templates/a", """{"code":"A","body":"{{#if data.a}}{{else each data.a}}{{#each data.b}}{{/each}}{{/if}}"}""", "body", "more than one loop" },
        { "templates/a", """{"code":"A","body":"{{> other}}"}""", "body", "partials" },
        { "templates/a", """{"code":"A","body":"{{data.x"}""", "body", "could not be made" },
        { "templates/a", """{"code":"A","body":"a","title":"{{#if data.a}}x"}""", "title", "could not be made" },
        { "templates/a", """{"code":"A","body":"{{nohelper data.x}}"}""", "body", "could not be made" },
        { "templates/a", """{"code":"A","body":"a","approveAfter":"PT0.0001S"}""", "approveAfter", "shorter than a millisecond" },
        { "apps/a", "{}", "appType", "missing" },
        { "apps/a", """{"appType":"WEBHOK"}""", "appType", "did you mean 'WEBHOOK'" },
        { "apps/a", """{"appType":"BOT","webhook":"http://127.0.0.1:9/"}""", "webhook", "gets no pushes" },
        { "apps/a", """{"appType":"WEBHOOK","webhook":"127.0.0.1"}""", "webhook", "http://" },
        { "apps/a", """{"appType":"WEBHOOK","queue":"a b"}""", "queue", "letters" },
        { "apps/a", """{"appType":"WEBHOOK","keyName":" "}""", "keyName", "blank" },
        { "vars/a", "{}", "value", "missing" },
        { "vars/a", """{"value":null}""", "value", "missing" },
        { "vars/a.b", """{"value":1}""", "key", "{{global.key}}" },
        { "vars/a", $$"""{"value":"{{Long}}"}""", "value", "10000 at most" },
        { "vars/a", """{"value":1,"typ":"TEXT"}""", "typ", "did you mean 'type'" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task It_is_refused_with_field_and_fix(string path, string body, string field, string fix)
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await PutAsync(workspace, path, body)).Is(HttpStatusCode.BadRequest);

        Assert.Equal(field, (string?)refused.Body!["field"] ?? "");
        Assert.Contains(fix, (string?)refused.Body["detail"], StringComparison.Ordinal);
        Assert.DoesNotContain("Configuration", (await workspace.GetAsync("/_sandbox/export")).Ok().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("channels/wags:918828218374", "{}", "channelId")]
    [InlineData("templates/a", """{"code":"FEEDBACK","lang":"EN","body":"a"}""", "code")]
    [InlineData("templates/a", """{"code":"A","body":"a","name":"otp_en"}""", "name")]
    [InlineData("apps/a", """{"appType":"WEBHOOK","queue":"my_bot"}""", "queue")]
    [InlineData("apps/a", """{"appType":"WEBHOOK","keyName":"Agent Desk"}""", "keyName")]
    [InlineData("apps/my_bot", """{"appType":"WEBHOOK"}""", "queue")]
    public async Task What_contradicts_another_one_is_refused(string path, string body, string field)
    {
        var workspace = await server.NewWorkspaceAsync();

        Assert.Equal(field, (string?)(await PutAsync(workspace, path, body)).Is(HttpStatusCode.Conflict).Body!["field"]);
    }

    [Theory]
    [InlineData("""{"reason":"why"}""", "status")]
    [InlineData("""{"status":"maybe"}""", "status")]
    [InlineData("""{"status":"rejected","channelId":"wa360:1"}""", "channelId")]
    [InlineData("""{"stat":"rejected"}""", "stat")]
    public async Task Status_of_a_template_is_checked(string body, string field)
    {
        var workspace = await server.NewWorkspaceAsync();

        Assert.Equal(field, (string?)(await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/templates/60d236c6142e53561cb7716c", body)).Is(HttpStatusCode.BadRequest).Body!["field"]);
    }

    [Theory]
    [InlineData("channels/wa360:1")]
    [InlineData("templates/none")]
    [InlineData("apps/my_bot")]
    [InlineData("vars/none")]
    public async Task What_is_not_there_is_404(string path)
    {
        var workspace = await server.NewWorkspaceAsync();

        (await workspace.GetAsync("/_sandbox/" + path)).Is(HttpStatusCode.NotFound);
        (await workspace.CallAsync(HttpMethod.Delete, "/_sandbox/" + path, null)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Default_app_stays()
    {
        var workspace = await server.NewWorkspaceAsync();

        (await workspace.CallAsync(HttpMethod.Delete, "/_sandbox/apps/61ec7d902ce85742b201c5a0", null)).Is(HttpStatusCode.Conflict);
        await workspace.SendTextAsync();
    }

    [Theory]
    [InlineData("channels/wa360:", "{}")]
    [InlineData("templates/t", """{"code":"#","body":"a"}""")]
    [InlineData("apps/a", """{"appType":"WEBHOOK"}""")]
    [InlineData("vars/v", """{"value":1}""")]
    public async Task Number_of_each_has_a_limit(string path, string body)
    {
        await using var small = await MockServer.StartAsync(("Limits:RulesKept", "2"));
        var workspace = new TestWorkspace(small.BaseAddress, "mine");
        for (var number = 0; number < 2; number++)
        {
            (await PutAsync(workspace, path + number, body.Replace("#", "T" + number, StringComparison.Ordinal))).Ok();
        }

        var refused = (await PutAsync(workspace, path + 2, body)).Is(HttpStatusCode.Conflict);

        Assert.Contains("Limits:RulesKept", (string?)refused.Body!["detail"], StringComparison.Ordinal);
        (await PutAsync(workspace, path + 1, body)).Ok();
        (await workspace.CallAsync(HttpMethod.Delete, "/_sandbox/" + path + 0, null)).Is(HttpStatusCode.NoContent);
        (await PutAsync(workspace, path + 2, body.Replace("#", "U", StringComparison.Ordinal))).Ok();
    }

    [Fact]
    public async Task Text_that_grows_without_end_becomes_a_failed_message()
    {
        var workspace = await server.NewWorkspaceAsync();
        (await PutAsync(workspace, "templates/a", $$"""{"code":"A","body":"{{string.Concat(Enumerable.Repeat("{{data.x}}", 900))}}"}""")).Ok();

        var id = await workspace.SendAsync(JsonNode.Parse($$$"""
            {"channelId":"wa360:918828218374","to":{"phone":"+91 98765 43210"},"type":"template","template":{"code":"A","data":{"x":"{{{new string('x', 100_000)}}}"} } }
            """)!);
        await workspace.AdvanceAsync();

        var sent = (await workspace.GetAsync("/_sandbox/messages/" + id)).Ok();
        Assert.Equal("SENT_EXC", (string?)sent.Body!["status"]);
        Assert.Contains("longer than 500000", sent.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"section":"Channel","id":"nothing"}""", "channel")]
    [InlineData("""{"section":"Channel","id":"wa360:1","channel":{"channelId":"wa360:2"}}""", "channelId")]
    [InlineData("""{"section":"Template","id":"a","template":{"id":"a","code":"A","lang":"en","body":"a","approved":[{"channelId":"x"}]}}""", "approved[0].channelId")]
    [InlineData("""{"section":"App","id":"a","app":{"id":"a","keyName":"a","queue":"my_bot","appType":"BOT"}}""", "queue")]
    [InlineData("""{"section":"App","id":"61ec7d902ce85742b201c5a0","isRemoved":true}""", "id")]
    [InlineData("""{"section":"Variable","id":"a","variable":{"key":"a"}}""", "value")]
    public async Task Archive_is_checked_by_the_same_rules(string data, string field)
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/import", $$"""
            {"format":"mock-messaging-workspace","version":1,"archivedAt":"2026-01-05T10:00:00Z","seed":1,"records":[{"kind":"Configuration","data":{{data}}}]}
            """)).Is(HttpStatusCode.BadRequest);

        Assert.Equal("records[0].data." + field, (string?)refused.Body!["field"]);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        var workspace = await server.NewWorkspaceAsync();
        using var client = new HttpClient { BaseAddress = workspace.Server };
        using var request = new HttpRequestMessage(HttpMethod.Put, "/_sandbox/vars/a") { Content = new ByteArrayContent([.. Encoding.UTF8.GetBytes("{\"value\":\""), 0xff, .. Encoding.UTF8.GetBytes("\"}")]) };
        request.Headers.Add("x-api-key", workspace.Key);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");

        Assert.Equal(HttpStatusCode.BadRequest, (await client.SendAsync(request, TestWorkspace.Cancelled)).StatusCode);
    }

    private static Task<Answer> PutAsync(TestWorkspace workspace, string path, string body) => workspace.CallAsync(HttpMethod.Put, "/_sandbox/" + path, body);
}
