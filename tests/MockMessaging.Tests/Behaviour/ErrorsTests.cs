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
    [InlineData("""{"type":"pigeon"}""", "type", "possible values: audio, document")]
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
    public async Task Unknown_value_of_a_list_is_refused_with_the_list()
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = await workspace.CallAsync(HttpMethod.Post, Send, """{"type":"pigeon"}""");

        Assert.Contains("template", refused.Error["possibleValues"]!.AsArray().Select(value => (string?)value));
    }

    [Fact]
    [Shows("2.3.4")]
    public async Task Wrong_type_of_a_query_parameter_is_a_type_mismatch()
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.GetAsync("/api/v1/config/channels?sabdnox=abc")).Is(HttpStatusCode.BadRequest);

        Assert.Equal(("PARAM_TYPE_MISMATCH", "sabdnox"), ((string?)refused.Body!["statusKey"], (string?)refused.Error["field"]));
    }

    [Theory]
    [InlineData("""{"to":{"phone":true}}""", "to.phone", "OutBoundMsg[\"to\"]->OutBoundContact[\"phone\"]")]
    [InlineData("""{"contacts":[{"name":{"first_name":{}}}]}""", "contacts[0].name.first_name", "OutBoundMsg[\"contacts\"]->List[0]->CommonMsgContactCard[\"name\"]->OutBoundMsgContactName[\"first_name\"]")]
    [Shows("2.3.3")]
    public async Task Wrong_value_is_referred_to_as_the_parser_does(string body, string field, string reference)
    {
        foreach (var fidelity in new[] { Steps.Documented, Steps.Production })
        {
            var refused = (await (await server.InAsync(fidelity)).CallAsync(HttpMethod.Post, Send, body)).Is(HttpStatusCode.BadRequest);

            Assert.Equal((field, reference), ((string?)refused.Error["field"], (string?)refused.Error["obzect"]));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [Shows("2.3.2")]
    public async Task Unreadable_body_is_described_and_nothing_else(string body)
    {
        var refused = (await (await server.InAsync(Steps.Production)).CallAsync(HttpMethod.Post, Send, body)).Is(HttpStatusCode.BadRequest);

        Assert.Equal(["codes", "description"], refused.Error.AsObject().Where(property => property.Value is not null).Select(property => property.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    [Shows("2.3.1", "2.3.8")]
    public async Task Business_error_has_nine_properties_of_which_some_are_always_empty()
    {
        var refused = (await (await server.InAsync(Steps.Production)).RawAsync(Send, new JsonObject { ["channelId"] = "none" })).Is(HttpStatusCode.BadRequest);

        var error = Assert.Single(refused.Body!["errors"]!.AsArray())!.AsObject();
        Assert.Equal(["body", "code", "codeKey", "codes", "description", "descriptionKey", "field", "obzect", "possibleValues"], error.Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.Equal(("[]", null, null, null), (error["codes"]!.ToJsonString(), error["code"], error["descriptionKey"], error["body"]));
        Assert.Equal("PARAM_INVALID", (string?)refused.Body["statusKey"]);
    }

    [Fact]
    [Shows("2.3.6", "2.3.7")]
    public async Task Input_error_of_the_live_service_has_exactly_its_keys()
    {
        var refused = (await (await server.InAsync(Steps.Production)).RawAsync(Send, new JsonObject())).Is(HttpStatusCode.BadRequest);

        Assert.Equal(
            [
                "body", "details", "error", "errorKey", "errors", "exception", "extra", "logs", "message", "messageKey", "meta", "params", "path", "query", "rawStatusCode", "redirectUrl",
                "serverVersion", "status", "statusKey", "timestamp", "traceid", "traces", "warningKey", "warnings",
            ],
            refused.Body!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.Equal((string?)refused.Error["description"], (string?)refused.Body!["message"]);
        Assert.Equal("com.boot.jx.exception.ApiHttpExceptions$ApiHttpArgException", (string?)refused.Body["exception"]);
        Assert.Equal((string?)refused.Body["exception"], refused.Header("x-exception"));
    }
}
