using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Scenarios.Media;

/// <summary>Links that expire, links that need the key, and faults of downloads.</summary>
public sealed class MediaRulesTests(MockServer server)
{
    [Fact]
    public async Task Link_expires_by_the_workspaces_clock()
    {
        var workspace = await server.NewWorkspaceAsync();
        await RuleAsync(workspace, """{"linksExpireAfter":"PT5M"}""");
        var link = await workspace.LinkAsync();

        await workspace.AdvanceAsync("PT4M59S");
        Assert.Equal(HttpStatusCode.OK, await Downloads.StatusAsync(link));

        await workspace.AdvanceAsync("PT1S");
        using var refused = await Downloads.FetchAsync(link);
        var body = JsonNode.Parse(await refused.Content.ReadAsStringAsync(TestWorkspace.Cancelled))!;
        Assert.Equal((HttpStatusCode.Forbidden, "403", "ACCESS_DENIED"), (refused.StatusCode, (string?)body["status"], (string?)body["statusKey"]));
        Assert.Contains("expired", (string?)body["errors"]![0]!["description"], StringComparison.Ordinal);

        await RuleAsync(workspace, """{"linksExpireAfter":"PT0S"}""");
        Assert.Equal(HttpStatusCode.OK, await Downloads.StatusAsync(link));
    }

    [Fact]
    public async Task Refused_link_says_how_to_send_the_key_and_a_range_of_another_unit_is_ignored()
    {
        var workspace = await server.NewWorkspaceAsync();
        var link = await workspace.LinkAsync();
        using var whole = await Downloads.FetchAsync(link, headers => headers.TryAddWithoutValidation("Range", "items=0-5"));
        await RuleAsync(workspace, """{"linksNeedKey":true}""");
        using var refused = await Downloads.FetchAsync(link);

        Assert.Equal((HttpStatusCode.OK, "bytes"), (whole.StatusCode, whole.Headers.AcceptRanges.Single()));
        Assert.Equal(["x-api-key", "Bearer"], refused.Headers.WwwAuthenticate.Select(scheme => scheme.Scheme));
        Assert.Contains("Authorization: Bearer", await refused.Content.ReadAsStringAsync(TestWorkspace.Cancelled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("documented", HttpStatusCode.Unauthorized)]
    [InlineData("production", HttpStatusCode.Forbidden)]
    public async Task Link_needs_the_key_where_the_rules_say_so(string fidelity, HttpStatusCode refusal)
    {
        var workspace = await server.NewWorkspaceAsync();
        (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", $$$"""{"fidelity":"{{{fidelity}}}","media":{"linksNeedKey":true}}""")).Ok();
        var link = await workspace.LinkAsync();

        Assert.Equal(refusal, await Downloads.StatusAsync(link));
        Assert.Equal(refusal, (await Downloads.FetchAsync(link, headers => headers.Add("x-api-key", "other"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Downloads.FetchAsync(link, headers => headers.Add("x-api-key", workspace.Key))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Downloads.FetchAsync(link, headers => headers.Authorization = new AuthenticationHeaderValue("Bearer", workspace.Key))).StatusCode);
    }

    [Theory]
    [InlineData("""{"media":{"linksExpireAfter":"soon"}}""", "media.linksExpireAfter")]
    [InlineData("""{"media":{"linksExpireAfter":"-PT1S"}}""", "media.linksExpireAfter")]
    [InlineData("""{"media":{"linksExpireAfter":"P36501D"}}""", "media.linksExpireAfter")]
    [InlineData("""{"media":{"linksNeedKeys":true}}""", "media.linksNeedKeys")]
    [InlineData("""{"media":{"linksNeedKey":"yes"}}""", "media.linksNeedKey")]
    public async Task Rule_that_cannot_be_is_refused(string change, string field)
    {
        var workspace = await server.NewWorkspaceAsync();

        Assert.Equal(field, (string?)(await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", change)).Is(HttpStatusCode.BadRequest).Body!["field"]);
    }

    [Fact]
    public async Task Rules_are_shown_copied_and_reset()
    {
        var workspace = await server.NewWorkspaceAsync();
        await RuleAsync(workspace, """{"linksExpireAfter":"PT5M"}""");
        await RuleAsync(workspace, """{"linksNeedKey":true}""");
        var fork = new TestWorkspace(server.BaseAddress, (string)(await workspace.PostAsync("/_sandbox/workspaces", new JsonObject())).Ok().Body!["key"]!);

        Assert.Equal(("PT5M", true), Rules(await workspace.LookAsync()));
        Assert.Equal(("PT5M", true), Rules(await fork.LookAsync()));

        await workspace.ResetAsync();
        Assert.Equal(("PT0S", false), Rules(await workspace.LookAsync()));
    }

    [Theory]
    [InlineData("\"media\"")]
    [InlineData("""{"media":true}""")]
    [InlineData("""{"path":"/_sandbox/media/*"}""")]
    [InlineData("""{"media":true,"method":"get"}""")]
    public async Task Fault_of_media_hits_downloads_and_nothing_else(string target)
    {
        var workspace = await server.NewWorkspaceAsync();
        var link = await workspace.LinkAsync();
        var fault = (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/faults", $$$"""{"target":{{{target}}},"trigger":{"next":1},"effect":{"status":404}}""")).Ok().Body!;

        await workspace.SendTextAsync();
        using var refused = await Downloads.FetchAsync(link);

        Assert.Equal(("media", true), ((string?)fault["strikes"], (bool)fault["target"]!["media"]!));
        Assert.Equal((HttpStatusCode.NotFound, (string?)fault["name"]), (refused.StatusCode, refused.Headers.GetValues("X-Sandbox-Fault").Single()));
        Assert.Equal(HttpStatusCode.OK, await Downloads.StatusAsync(link));
    }

    [Fact]
    public async Task Fault_of_every_request_leaves_downloads_alone()
    {
        var workspace = await server.NewWorkspaceAsync();
        var link = await workspace.LinkAsync();
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/faults", """{"trigger":{"always":true},"effect":{"status":503}}""")).Ok();

        Assert.Equal(HttpStatusCode.OK, await Downloads.StatusAsync(link));
    }

    [Fact]
    public async Task Picture_on_the_live_page_uses_up_no_fault_and_is_not_in_the_journal()
    {
        var workspace = await server.NewWorkspaceAsync();
        var link = await workspace.LinkAsync();
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/faults", """{"target":"media","effect":{"status":404}}""")).Ok();

        using var shown = await Downloads.FetchAsync(link, headers => headers.Add("Sec-Fetch-Site", "same-origin"));

        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Empty((await workspace.GetAsync("/_sandbox/requests")).Ok().Body!["requests"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, await Downloads.StatusAsync(link));
    }

    [Theory]
    [InlineData("""{"truncate":true}""")]
    [InlineData("""{"reset":true}""")]
    public async Task Download_can_be_cut_off(string effect)
    {
        var workspace = await server.NewWorkspaceAsync();
        var link = await workspace.LinkAsync();
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/faults", $$"""{"target":"media","effect":{{effect}}}""")).Ok();

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Downloads.BytesAsync(link));
        Assert.NotEmpty(await Downloads.BytesAsync(link));
    }

    [Fact]
    public async Task Download_can_be_slow()
    {
        var workspace = await server.NewWorkspaceAsync();
        var link = await workspace.LinkAsync();
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/faults", """{"target":"media","effect":{"delay":"PT0.2S"}}""")).Ok();
        var started = System.Diagnostics.Stopwatch.GetTimestamp();

        await Downloads.BytesAsync(link);

        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalMilliseconds, 190, 60_000);
    }

    [Theory]
    [InlineData("\"medai\"", "target", "did you mean 'media'")]
    [InlineData("""{"medai":true}""", "target.medai", "did you mean 'media'")]
    [InlineData("""{"media":"yes"}""", "target.media", "true or false")]
    [InlineData("""{"media":true,"webhooks":true}""", "target", "only one of the two")]
    [InlineData("""{"media":true,"method":"POST"}""", "target.method", "GET, HEAD")]
    [InlineData("""{"media":true,"path":"/api/v1/message/send"}""", "target.path", "/_sandbox/media/*")]
    [InlineData("""{"media":false,"path":"/_sandbox/media/*"}""", "target.media", "leave media out")]
    [InlineData("""{"path":"/_sandbox/media"}""", "target.path", "not a route of the API")]
    public async Task Target_that_nothing_can_match_is_refused(string target, string field, string words)
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/faults", $$$"""{"target":{{{target}}},"effect":{"status":404}}""")).Is(HttpStatusCode.BadRequest);

        Assert.Equal(field, (string?)refused.Body!["field"]);
        Assert.Contains(words, (string?)refused.Body["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_is_in_the_journal()
    {
        var workspace = await server.NewWorkspaceAsync();
        var link = await workspace.LinkAsync();

        await Downloads.BytesAsync(link);

        var entry = Assert.Single((await workspace.GetAsync("/_sandbox/requests")).Ok().Body!["requests"]!.AsArray())!;
        var verified = await workspace.PostAsync("/_sandbox/requests/verify", JsonNode.Parse("""{"match":{"path":"/_sandbox/media/*"},"exactly":1}""")!);
        Assert.Equal("pass", (string?)verified.Ok().Body!["verdict"]);
        Assert.Equal(("GET", new Uri(link).AbsolutePath, 200), ((string?)entry["method"], (string?)entry["path"], (int)entry["status"]!));
    }

    [Fact]
    public async Task Download_needs_no_token_of_the_control_plane()
    {
        await using var own = await MockServer.StartAsync(("Control:Token", "secret"));
        var workspace = new TestWorkspace(own.BaseAddress, "token");
        var written = (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/inbound", """{"type":"image"}""", headers: ("Authorization", "Bearer secret"))).Ok().Body!;

        Assert.Equal(HttpStatusCode.OK, await Downloads.StatusAsync((string)written["message"]!["image"]!["link"]!));
        (await workspace.GetAsync("/_sandbox/media")).Is(HttpStatusCode.Unauthorized);
    }

    private static (string?, bool) Rules(JsonNode workspace) => ((string?)workspace["media"]!["linksExpireAfter"], (bool)workspace["media"]!["linksNeedKey"]!);

    private static async Task RuleAsync(TestWorkspace workspace, string rules) =>
        (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", $$"""{"media":{{rules}}}""")).Ok();
}
