using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("2.3")]
public sealed class ErrorsTests(MockServer server)
{
    private const string Send = Steps.Send;

    [Theory]
    [InlineData("", "", "missing")]
    [InlineData("  \n", "", "missing")]
    [InlineData("null", "", "missing")]
    [InlineData("{", "", "not JSON")]
    [InlineData("hello", "", "not JSON")]
    [InlineData("[]", "", "expected an object")]
    [InlineData("""{"to":{"phone":true}}""", "to.phone", "expected a string")]
    [InlineData("""{"to":"+91"}""", "to", "expected an object")]
    [InlineData("""{"mask":"x"}""", "mask", "expected true or false")]
    [InlineData("""{"template":{"data":[]}}""", "template.data", "expected an object")]
    [InlineData("""{"contacts":[{"name":{"first_name":{}}}]}""", "contacts[0].name.first_name", "expected a string")]
    [Shows("2.3.2", "2.3.3")]
    public async Task Body_that_cannot_be_read_is_refused_with_field_and_reason(string body, string field, string reason)
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.CallAsync(HttpMethod.Post, Send, body)).Is(HttpStatusCode.BadRequest);

        Assert.Equal("PARAM_INVALID", (string?)refused.Body!["statusKey"]);
        Assert.Equal(field, (string?)refused.Error["field"]);
        Assert.Contains(reason, (string?)refused.Error["description"], StringComparison.Ordinal);
    }

    [Fact]
    [Shows("2.3.3")]
    public async Task Unknown_value_of_a_closed_list_is_refused_with_the_list()
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.CallAsync(HttpMethod.Post, "/api/v1/contact/info", """{"contactType":"pigeon"}""")).Is(HttpStatusCode.BadRequest);

        Assert.Contains("possible values: SMS, OA", (string?)refused.Error["description"], StringComparison.Ordinal);
        Assert.Contains("WHATSAPP", refused.Error["possibleValues"]!.AsArray().Select(value => (string?)value));
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("2.3.4")]
    public async Task Wrong_type_of_a_query_parameter_is_a_type_mismatch_that_names_it(string fidelity)
    {
        var refused = (await (await server.InAsync(fidelity)).RawAsync("/api/v1/config/channels?sabdnox=abc", null)).Is(HttpStatusCode.BadRequest);

        Assert.Equal("PARAM_TYPE_MISMATCH", (string?)refused.Body!["statusKey"]);
        Assert.Equal(["description", "field"], Filled(refused));
        Assert.Equal("sabdnox", (string?)refused.Error["field"]);
    }

    [Theory]
    [InlineData("""{"mask":"x"}""", "mask", "OutBoundMsg[\"mask\"]")]
    [InlineData("""{"to":{"phone":true}}""", "to.phone", "OutBoundMsg[\"to\"]->OutBoundContact[\"phone\"]")]
    [InlineData("""{"contacts":[{"name":{"first_name":{}}}]}""", "contacts[0].name.first_name", "OutBoundMsg[\"contacts\"]->List[0]->CommonMsgContactCard[\"name\"]->OutBoundMsgContactName[\"first_name\"]")]
    [Shows("2.3.3")]
    public async Task Wrong_value_is_referred_to_as_the_parser_does(string body, string field, string reference)
    {
        foreach (var fidelity in new[] { Steps.Documented, Steps.Production })
        {
            var refused = (await (await server.InAsync(fidelity)).CallAsync(HttpMethod.Post, Send, body)).Is(HttpStatusCode.BadRequest);

            Assert.Equal(("PARAM_INVALID", field, reference), ((string?)refused.Body!["statusKey"], (string?)refused.Error["field"], (string?)refused.Error["obzect"]));
            Assert.NotEmpty((string)refused.Error["description"]!);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [Shows("2.3.2")]
    public async Task Unreadable_body_is_described_and_nothing_else(string body)
    {
        foreach (var fidelity in new[] { Steps.Documented, Steps.Production })
        {
            var refused = (await (await server.InAsync(fidelity)).CallAsync(HttpMethod.Post, Send, body)).Is(HttpStatusCode.BadRequest);

            Assert.Equal("PARAM_INVALID", (string?)refused.Body!["statusKey"]);
            Assert.Equal(["description"], Filled(refused));
        }
    }

    [Theory]
    [InlineData("message/send", "{}", "OutBoundMsg", "channelId", "CHANNEL_MISSING")]
    [InlineData("config/webhook", """{"url":""}""", "WebhookUrlRequest", "appType", "INCORRECT_APP_TYPE")]
    [InlineData("session/routing", """{"sessionId":"61f3810a02e14c0877fc1a32","queue":"nowhere"}""", null, "queue", "INVALID_QUEUE")]
    [Shows("2.3.1")]
    public async Task Input_error_is_one_field_error(string route, string body, string? obzect, string field, string codeKey)
    {
        foreach (var fidelity in new[] { Steps.Documented, Steps.Production })
        {
            var desk = await (await server.InAsync(fidelity)).AsQueueAsync("agent_desk");

            var refused = (await desk.RawAsync("/api/v1/" + route, JsonNode.Parse(body))).Is(HttpStatusCode.BadRequest);

            Assert.Equal("PARAM_INVALID", (string?)refused.Body!["statusKey"]);
            Assert.Single(refused.Body["errors"]!.AsArray());
            Assert.Equal(obzect is null ? ["codeKey", "description", "field"] : ["codeKey", "description", "field", "obzect"], Filled(refused));
            Assert.Equal((field, codeKey), ((string?)refused.Error["field"], (string?)refused.Error["codeKey"]));
            Assert.Equal(obzect ?? "", (string?)refused.Error["obzect"] ?? "");
        }
    }

    [Theory]
    [InlineData("""{"channelId":"none"}""", null)]
    [InlineData("""{"channelId":"wa360:918828218374"}""", """["text","template","audio","video","image","document"]""")]
    [Shows("2.3.8")]
    public async Task Business_error_has_nine_properties_of_which_some_are_always_empty(string message, string? possibleValues)
    {
        var refused = (await (await server.InAsync(Steps.Production)).RawAsync(Send, JsonNode.Parse(message))).Is(HttpStatusCode.BadRequest);

        var error = refused.Error.AsObject();
        Assert.Equal(["body", "code", "codeKey", "codes", "description", "descriptionKey", "field", "obzect", "possibleValues"], error.Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.Equal(("[]", null, null, null), (error["codes"]!.ToJsonString(), error["code"], error["descriptionKey"], error["body"]));
        Assert.Equal(possibleValues, error["possibleValues"]?.ToJsonString());
    }

    [Fact]
    [Shows("2.3.6", "2.3.7")]
    public async Task Input_error_of_the_live_service_has_exactly_its_keys()
    {
        var refused = (await (await server.InAsync(Steps.Production)).RawAsync(Send, new JsonObject())).Is(HttpStatusCode.BadRequest);

        var body = refused.Body!.AsObject();
        Assert.Equal(
            [
                "body", "details", "error", "errorKey", "errors", "exception", "extra", "logs", "message", "messageKey", "meta", "params", "path", "query", "rawStatusCode", "redirectUrl",
                "serverVersion", "status", "statusKey", "timestamp", "traceid", "traces", "warningKey", "warnings",
            ],
            body.Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["error", "errors", "exception", "message", "rawStatusCode", "serverVersion", "status", "statusKey", "timestamp", "traceid"],
            body.Where(property => property.Value is not null).Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.Equal(("400", "Bad Request", 0, "2024-11-19 14:31 UTC", 1_767_607_200_000), (
            (string)body["status"]!, (string?)body["error"], (int)body["rawStatusCode"]!, (string?)body["serverVersion"], (long)body["timestamp"]!));
        Assert.Equal((string?)refused.Error["description"], (string?)body["message"]);
        Assert.Equal("com.boot.jx.exception.ApiHttpExceptions$ApiHttpArgException", (string?)body["exception"]);
        Assert.Equal((string?)body["exception"], refused.Header("x-exception"));
    }

    [Theory]
    [InlineData("session/close", """{"sessionId":"nobody"}""")]
    [InlineData("message/send", """{"channelId":"wa360:918828218374","type":"text","text":{"body":"Hi"}}""")]
    [Shows("2.3.5")]
    public async Task Failure_of_the_bug_kind_is_the_frameworks_500(string route, string body)
    {
        var refused = (await (await server.InAsync(Steps.Production)).RawAsync("/api/v1/" + route, JsonNode.Parse(body))).Is(HttpStatusCode.InternalServerError);

        Assert.True(JsonNode.DeepEquals(
            new JsonObject
            {
                ["timestamp"] = "2026-01-05T10:00:00.000+0000",
                ["status"] = 500,
                ["error"] = "Internal Server Error",
                ["message"] = "",
                ["path"] = "/api/v1/" + route,
            },
            refused.Body), refused.Text);
    }

    [Theory]
    [InlineData("config/webhook", """{"url":"","uri":1}""")]
    [InlineData("contact/prefs/lang", """{"contactId":"wa919988776655_918828218374","lang":"hi","lnag":{}}""")]
    [InlineData("data/push", """{"id":"1","typ":"order"}""")]
    [InlineData("event/push", """{"id":"1","links":[{"linkNaem":[]}]}""")]
    [InlineData("session/messages", """{"sessionId":"61f3810a02e14c0877fc1a32","x":null}""")]
    [Shows("2.3.9")]
    public async Task Unknown_properties_are_ignored_on_every_route(string route, string body)
    {
        foreach (var fidelity in new[] { Steps.Documented, Steps.Production })
        {
            (await (await server.InAsync(fidelity)).RawAsync("/api/v1/" + route, JsonNode.Parse(body))).Ok();
        }
    }

    /// <summary>The properties of a field error that tell something; Documented has empty values where production has nulls.</summary>
    private static IEnumerable<string> Filled(Answer refused) =>
        refused.Error.AsObject().Where(property => property.Value?.ToJsonString() is not (null or "\"\"" or "[]" or "{}")).Select(property => property.Key).Order(StringComparer.Ordinal);
}
