using System.Net;
using Xunit;

namespace MockMessaging.Tests.Control;

/// <summary>The control plane refuses what it does not understand: a condition that is passed over makes a check pass for nothing.</summary>
public sealed class StrictControlTests(MockServer server)
{
    [Theory]
    [InlineData("POST", "/_sandbox/requests/verify", """{"match":{"urlPath":"/never/called"},"exactly":1}""", "match.urlPath", "path")]
    [InlineData("POST", "/_sandbox/requests/verify", """{"method":"GET","path":"/never/called"}""", "method", null)]
    [InlineData("POST", "/_sandbox/requests/verify", """{"match":{"path":"/api/v1/message/send"},"exactely":5}""", "exactely", "exactly")]
    [InlineData("POST", "/_sandbox/outcomes", """{"match":{"contact":"x"},"outcome":"failed"}""", "match.contact", "contactId")]
    [InlineData("POST", "/_sandbox/faults", """{"effekt":{"status":503}}""", "effekt", "effect")]
    [InlineData("POST", "/_sandbox/faults", """{"effect":{"status":503},"trigger":{"nxt":2}}""", "trigger.nxt", "next")]
    [InlineData("PATCH", "/_sandbox/faults/any", """{"pausd":true}""", "pausd", "paused")]
    [InlineData("PUT", "/_sandbox/clock", """{"mod":"frozen"}""", "mod", "mode")]
    [InlineData("POST", "/_sandbox/clock/advance", """{"By":"PT5S"}""", "By", "by")]
    [InlineData("PATCH", "/_sandbox/workspace", """{"carewindow":true}""", "carewindow", "careWindow")]
    [InlineData("POST", "/_sandbox/inbound", """{"form":{"phone":"+12025550188"}}""", "form", "from")]
    [InlineData("POST", "/_sandbox/inbound", """{"text":{"bdy":"Hi"}}""", "text.bdy", "body")]
    [InlineData("POST", "/_sandbox/inbound", """{"messages":[{"txt":{}}]}""", "messages[0].txt", "text")]
    [InlineData("POST", "/_sandbox/inbound", """{"messages":[{"from":{}}]}""", "messages[0].from", null)]
    [InlineData("POST", "/_sandbox/traffic", """{"contact":5}""", "contact", "contacts")]
    [InlineData("POST", "/_sandbox/snapshots", """{"nam":"a"}""", "nam", "name")]
    [InlineData("POST", "/_sandbox/pushes", """{"bdy":{}}""", "bdy", "body")]
    public async Task Unknown_property_is_refused_with_the_one_that_was_meant(string method, string path, string body, string field, string? meant)
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.CallAsync(new HttpMethod(method), path, body)).Is(HttpStatusCode.BadRequest);

        Assert.Equal(field, (string?)refused.Body!["field"]);
        Assert.Equal(meant is not null, ((string?)refused.Body["detail"])!.Contains($"did you mean '{meant}'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/_sandbox/messages?contact=x", "contact", "contactId")]
    [InlineData("/_sandbox/messages?limt=5", "limt", "limit")]
    [InlineData("/_sandbox/webhooks?messageid2=x", "messageid2", "messageId")]
    [InlineData("/_sandbox/requests?urlPath=/x", "urlPath", "path")]
    [InlineData("/_sandbox/wait/push?psuh=any", "psuh", "push")]
    [InlineData("/_sandbox/clock/due?limt=5", "limt", "limit")]
    [InlineData("/_sandbox/conversations?ordr=newest", "ordr", "order")]
    [InlineData("/_sandbox/channels?limt=5", "limt", "limit")]
    [InlineData("/_sandbox/templates?limt=5", "limt", "limit")]
    [InlineData("/_sandbox/apps?limt=5", "limt", "limit")]
    [InlineData("/_sandbox/vars?limt=5", "limt", "limit")]
    [InlineData("/_sandbox/workspaces?limt=5", "limt", "limit")]
    [InlineData("/_sandbox/events?aftr=1", "aftr", "after")]
    public async Task Unknown_query_parameter_is_refused_with_the_one_that_was_meant(string path, string field, string meant)
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.GetAsync(path)).Is(HttpStatusCode.BadRequest);

        Assert.Equal(field, (string?)refused.Body!["field"]);
        Assert.Contains($"did you mean '{meant}'", (string?)refused.Body["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/_sandbox/messages?contactId=", "is empty")]
    [InlineData("/_sandbox/messages?contactId=%20", "is empty")]
    [InlineData("/_sandbox/messages?direction=inbound&direction=outbound", "more than once")]
    public async Task Query_parameter_that_says_nothing_or_two_things_is_refused(string path, string why)
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.GetAsync(path)).Is(HttpStatusCode.BadRequest);

        Assert.Contains(why, (string?)refused.Body!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_accepts_unknown_query_parameters_and_mentions_them()
    {
        var workspace = await server.NewWorkspaceAsync();

        var listed = (await workspace.GetAsync("/api/v1/config/channels?sabdnx=true&x-trace-id=t")).Ok();

        Assert.Equal("unknown query parameter 'sabdnx' (did you mean 'sabdnox'?)", listed.Header("X-Sandbox-Warnings"));
    }

    [Theory]
    [InlineData("PUT", "/_sandbox/clock", """{"mode":"frozen","now":"9999-12-31T23:59:59.9999999Z"}""", "now")]
    [InlineData("PUT", "/_sandbox/clock", """{"mode":"real","now":"9000-01-01T00:00:00.001Z"}""", "now")]
    [InlineData("PUT", "/_sandbox/clock", """{"now":"0001-01-01T00:00:00Z"}""", "now")]
    [InlineData("PUT", "/_sandbox/clock", """{"scale":1000001}""", "scale")]
    [InlineData("PUT", "/_sandbox/clock", """{"scale":0}""", "scale")]
    [InlineData("POST", "/_sandbox/clock/advance", """{"by":"P10000000D"}""", "by")]
    [InlineData("POST", "/_sandbox/clock/advance", """{"by":"P1000000000000D"}""", "by")]
    [InlineData("POST", "/_sandbox/clock/advance", """{"to":"9999-12-31T00:00:00Z"}""", "to")]
    [InlineData("POST", "/_sandbox/faults", """{"target":"webhooks","effect":{"drop":true},"ttl":"P10000000D"}""", "ttl")]
    [InlineData("POST", "/_sandbox/faults", """{"effect":{"status":429,"retryAfter":"P10000000D"}}""", "effect.retryAfter")]
    [InlineData("POST", "/_sandbox/faults", """{"target":"webhooks","effect":{"delay":"P31D"}}""", "effect.delay")]
    [InlineData("POST", "/_sandbox/traffic", """{"inboundPerMinute":1e-10}""", "inboundPerMinute")]
    [InlineData("POST", "/_sandbox/traffic", """{"inboundPerMinute":-1}""", "inboundPerMinute")]
    [InlineData("POST", "/_sandbox/traffic", """{"inboundPerMinute":1e308}""", "inboundPerMinute")]
    [InlineData("POST", "/_sandbox/traffic", """{"for":"P2D"}""", "for")]
    [InlineData("POST", "/_sandbox/traffic", """{"contacts":0}""", "contacts")]
    [InlineData("PATCH", "/_sandbox/workspace", """{"delays":{"read":"P31D"}}""", "delays.read")]
    public async Task Number_span_or_moment_outside_its_range_is_refused(string method, string path, string body, string field)
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.CallAsync(new HttpMethod(method), path, body)).Is(HttpStatusCode.BadRequest);

        Assert.Equal(field, (string?)refused.Body!["field"]);
    }

    [Fact]
    public async Task Null_means_left_out()
    {
        var workspace = await server.NewWorkspaceAsync();

        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/traffic", """{"for":null,"channelId":null}""")).Ok();
    }

    [Fact]
    public async Task Blank_path_segment_is_an_unknown_id()
    {
        var workspace = await server.NewWorkspaceAsync();

        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/sessions/%20/notes", """{"text":"x"}""")).Is(HttpStatusCode.NotFound);
        (await workspace.GetAsync("/_sandbox/messages/%20")).Is(HttpStatusCode.NotFound);
        (await workspace.GetAsync("/_sandbox/webhooks/%20")).Is(HttpStatusCode.NotFound);
        (await workspace.CallAsync(HttpMethod.Delete, "/_sandbox/faults/%20", null)).Is(HttpStatusCode.NotFound);
        (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/snapshots/%20/restore", null)).Is(HttpStatusCode.NotFound);
    }
}
