using System.Net;
using System.Text.Json.Nodes;
using MockMessaging.Tests.Behaviour;
using Xunit;

namespace MockMessaging.Tests.Fidelity;

/// <summary>The rows of the table of differences that are about the envelope of responses and errors.</summary>
public sealed class EnvelopeTests(MockServer server)
{
    private static readonly string[] All23 =
    [
        "data", "details", "error", "errors", "exception", "extra", "logs", "message", "messageKey", "meta", "params", "path", "query", "redirectUrl", "results",
        "serverVersion", "status", "statusKey", "timestamp", "traceid", "traces", "warningKey", "warnings",
    ];

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

    private static Task<InProcessServer> StartAsync(string fidelity, params (string Name, string Value)[] settings) =>
        MockServer.StartAsync([.. settings, ("Fidelity", fidelity)]);

    private async Task<TestWorkspace> InAsync(string fidelity)
    {
        var workspace = await server.NewWorkspaceWithExamplesAsync();
        (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", $$"""{"fidelity":"{{fidelity}}"}""")).Ok();
        return workspace;
    }
}
