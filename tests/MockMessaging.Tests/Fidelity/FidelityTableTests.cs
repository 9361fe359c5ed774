using System.Net;
using System.Text.Json.Nodes;
using MockMessaging.Tests.Behaviour;
using Xunit;

namespace MockMessaging.Tests.Fidelity;

/// <summary>The table of differences between document and live service: a test per row and column.</summary>
[Heading("0")]
public sealed class FidelityTableTests(MockServer server)
{
    private static readonly string[] All23 =
    [
        "data", "details", "error", "errors", "exception", "extra", "logs", "message", "messageKey", "meta", "params", "path", "query", "redirectUrl", "results",
        "serverVersion", "status", "statusKey", "timestamp", "traceid", "traces", "warningKey", "warnings",
    ];

    [Theory]
    [InlineData("Documented", 401, "UNAUTHORIZED")]
    [InlineData("Production", 403, "ACCESS_DENIED")]
    [Shows("0.1", "1.8")]
    public async Task Missing_key_is_refused(string fidelity, int status, string statusKey)
    {
        await using var own = await StartAsync(fidelity);

        var refused = (await new TestWorkspace(own.BaseAddress, null).GetAsync("/api/v1/config/channels")).Is((HttpStatusCode)status);

        Assert.Equal(statusKey, (string?)refused.Body!["statusKey"]);
        Assert.StartsWith("Missing x-api-key", (string?)refused.Body["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Documented", 401)]
    [InlineData("Production", 403)]
    [Shows("0.1")]
    public async Task Unknown_key_is_refused_where_keys_are_restricted(string fidelity, int status)
    {
        await using var own = await StartAsync(fidelity, ("Auth:Keys:0", "alpha"));

        var refused = (await new TestWorkspace(own.BaseAddress, "beta").GetAsync("/api/v1/config/channels")).Is((HttpStatusCode)status);

        Assert.StartsWith("Invalid x-api-key", (string?)refused.Body!["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Documented")]
    [InlineData("Production")]
    [Shows("0.2")]
    public async Task Foreign_app_id_is_denied_where_keys_are_restricted(string fidelity)
    {
        await using var own = await StartAsync(fidelity, ("Auth:Keys:0", "alpha"));

        var refused = (await new TestWorkspace(own.BaseAddress, "alpha") { AppId = "other" }.GetAsync("/api/v1/config/channels")).Is(HttpStatusCode.Forbidden);

        Assert.Equal("ACCESS_DENIED", (string?)refused.Body!["statusKey"]);
    }

    [Theory]
    [InlineData("documented", 404)]
    [InlineData("production", 500)]
    [Shows("0.3", "2.3.5", "6.4.4")]
    public async Task Unknown_session_fails(string fidelity, int status)
    {
        var workspace = await InAsync(fidelity);
        foreach (var route in new[] { "close", "resolve", "messages", "routing" })
        {
            (await workspace.PostAsync("/api/v1/session/" + route, new JsonObject { ["sessionId"] = "nobody" })).Is((HttpStatusCode)status);
        }
    }

    [Theory]
    [InlineData("documented", 404)]
    [InlineData("production", 200)]
    [Shows("0.4")]
    public async Task Language_of_an_unknown_contact(string fidelity, int status)
    {
        var workspace = await InAsync(fidelity);

        (await workspace.RawAsync("/api/v1/contact/prefs/lang", JsonNode.Parse("""{"contactId":"nobody","lang":"hi"}"""))).Is((HttpStatusCode)status);
    }

    [Fact]
    [Shows("0.5")]
    public async Task Documented_envelope_has_all_properties_with_values_and_data_is_the_first_result()
    {
        var answer = (await (await InAsync("documented")).PostAsync("/api/v1/message/send", TestWorkspace.Text())).Ok().Body!;

        Assert.Equal(All23, answer.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(answer.AsObject(), property => property.Value is null);
        Assert.True(JsonNode.DeepEquals(answer["data"], answer["results"]![0]));
    }

    [Fact]
    [Shows("0.5", "2.1.5")]
    public async Task Production_envelope_has_all_properties_with_nulls_and_no_data()
    {
        var answer = (await (await InAsync("production")).RawAsync("/api/v1/message/send", TestWorkspace.Text())).Ok().Body!.AsObject();

        Assert.Equal(All23, answer.Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["results", "serverVersion", "status", "statusKey", "timestamp", "traceid"],
            answer.Where(property => property.Value is not null).Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.Equal("2024-11-19 14:31 UTC", (string?)answer["serverVersion"]);
    }

    [Theory]
    [InlineData("GET", "config/channels", "{}")]
    [InlineData("GET", "config/global/vars", "{}")]
    [InlineData("GET", "config/tmpl/hsm", "{}")]
    [InlineData("POST", "config/webhook", """{"url":"http://localhost:9099/webhook","forward":null}""")]
    [InlineData("POST", "contact/prefs/lang", "{}")]
    [InlineData("POST", "data/push", null)]
    [InlineData("POST", "event/push", null)]
    [InlineData("POST", "message/send", null)]
    [InlineData("POST", "session/messages", "{}")]
    [InlineData("POST", "session/routing", "{}")]
    [InlineData("POST", "session/resolve", "{}")]
    [InlineData("POST", "session/close", "{}")]
    [Shows("2.1.4")]
    public async Task Production_meta_differs_by_route(string method, string route, string? meta)
    {
        var workspace = await InAsync("production");

        var answer = (await workspace.RawAsync("/api/v1/" + route, method == "GET" ? null : JsonNode.Parse(Seeding.Fixtures.Request(route.Replace('/', '-'))))).Ok();

        Assert.Equal(meta, answer.Body!["meta"]?.ToJsonString());
        Assert.NotNull(answer.Body["results"]);
    }

    [Theory]
    [InlineData("documented", 8)]
    [InlineData("production", 23)]
    [Shows("0.6")]
    public async Task Small_envelope_exists_in_the_document_only(string fidelity, int properties)
    {
        var answer = (await (await InAsync(fidelity)).RawAsync("/api/v1/config/channels", null)).Ok();

        Assert.Equal(properties, answer.Body!.AsObject().Count);
    }

    [Theory]
    [InlineData("documented", "close", 1)]
    [InlineData("documented", "resolve", 1)]
    [InlineData("production", "close", 0)]
    [InlineData("production", "resolve", 0)]
    [Shows("0.7", "6.4.3", "6.5.2")]
    public async Task Ending_a_session_again(string fidelity, string route, int results)
    {
        var workspace = await InAsync(fidelity);
        var session = new JsonObject { ["sessionId"] = "61f3810a02e14c0877fc1a32" };
        await workspace.RawAsync("/api/v1/session/" + route, session);

        var again = (await workspace.RawAsync("/api/v1/session/" + route, session)).Results;

        Assert.Equal(results, again.Count);
    }

    [Theory]
    [InlineData("documented", false)]
    [InlineData("production", true)]
    [Shows("0.8")]
    public async Task Channel_filter_on_variables(string fidelity, bool empty)
    {
        var answer = await (await InAsync(fidelity)).RawAsync("/api/v1/config/global/vars?channelId=wa360:918828218374", null);

        Assert.Equal(empty, answer.Results.Count == 0);
    }

    [Theory]
    [InlineData("documented")]
    [InlineData("production")]
    [Shows("0.9")]
    public async Task Pushed_status_after_acceptance_is_SENT(string fidelity)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await InAsync(fidelity);
        await workspace.RawAsync("/api/v1/config/webhook", new JsonObject { ["url"] = receiver.Url });
        await workspace.CustomerWritesAsync();

        await workspace.RawAsync("/api/v1/message/send", TestWorkspace.Text());
        await workspace.AdvanceAsync();

        Assert.Equal(["SESSION_ROUTED", "text", "SENT", "DLVRD", "READ"], receiver.Subjects);
    }

    [Theory]
    [InlineData("documented", 400)]
    [InlineData("production", 500)]
    [Shows("0.10")]
    public async Task Receiver_missing_on_send(string fidelity, int status)
    {
        var message = TestWorkspace.Text();
        message.Remove("to");

        (await (await InAsync(fidelity)).RawAsync("/api/v1/message/send", message)).Is((HttpStatusCode)status);
    }

    [Theory]
    [InlineData("documented", "READ")]
    [InlineData("production", "CCWIN")]
    public async Task Free_text_outside_the_care_window(string fidelity, string status)
    {
        var workspace = await InAsync(fidelity);

        var id = (string)(await workspace.RawAsync("/api/v1/message/send", TestWorkspace.Text())).Results[0]!["id"]!;
        await workspace.AdvanceAsync();

        var session = (string)(await workspace.CustomerWritesAsync())["message"]!["session"]!["sessionId"]!;
        var rows = (await workspace.RawAsync("/api/v1/session/messages", new JsonObject { ["sessionId"] = session })).Results;
        Assert.Equal(status, (string?)rows.Single(row => (string?)row!["messageId"] == id)!["status"]);
    }

    [Fact]
    public async Task Documented_refusal_names_no_class_in_a_header() =>
        Assert.Null((await (await InAsync("documented")).RawAsync("/api/v1/message/send", new JsonObject())).Header("x-exception"));

    [Theory]
    [InlineData("documented")]
    [InlineData("production")]
    [Shows("0.11")]
    public async Task Input_errors_are_the_same_in_both(string fidelity)
    {
        var refused = (await (await InAsync(fidelity)).RawAsync("/api/v1/message/send", new JsonObject())).Is(HttpStatusCode.BadRequest);

        Assert.Equal(("PARAM_INVALID", "OutBoundMsg", "channelId", "CHANNEL_MISSING"), (
            (string?)refused.Body!["statusKey"], (string?)refused.Error["obzect"], (string?)refused.Error["field"], (string?)refused.Error["codeKey"]));
    }

    [Theory]
    [InlineData("GET", "/api/v1/nowhere", null, 404)]
    [InlineData("PUT", "/api/v1/message/send", "application/json", 405)]
    [InlineData("POST", "/api/v1/message/send", "text/plain", 415)]
    [Shows("1.12")]
    public async Task Production_leaves_what_it_does_not_serve_to_its_framework(string method, string path, string? contentType, int status)
    {
        await using var own = await StartAsync("Production");

        var refused = (await new TestWorkspace(own.BaseAddress, "any").CallAsync(new HttpMethod(method), path, contentType is null ? null : "{}", contentType)).Is((HttpStatusCode)status);

        Assert.Equal(["timestamp", "status", "error", "message", "path"], refused.Body!.AsObject().Select(property => property.Key));
        Assert.Equal((status, path), ((int)refused.Body!["status"]!, (string?)refused.Body["path"]));
    }

    [Fact]
    public async Task Reset_takes_the_choice_back()
    {
        var workspace = await InAsync("production");

        await workspace.ResetAsync();

        Assert.Equal("documented", (string?)(await workspace.LookAsync())["fidelity"]);
    }

    private static Task<InProcessServer> StartAsync(string fidelity, params (string Name, string Value)[] settings) =>
        MockServer.StartAsync([.. settings, ("Fidelity", fidelity)]);

    private async Task<TestWorkspace> InAsync(string fidelity)
    {
        var workspace = await server.NewWorkspaceWithExamplesAsync();
        (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", $$"""{"fidelity":"{{fidelity}}"}""")).Ok();
        return workspace;
    }
}
