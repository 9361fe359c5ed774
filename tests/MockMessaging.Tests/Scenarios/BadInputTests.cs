using System.Net;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class BadInputTests(MockServer server)
{
    private const string Send = "/api/v1/message/send";

    [Fact]
    public async Task Deeply_nested_body_is_refused()
    {
        var workspace = await server.NewWorkspaceAsync();
        var deep = string.Concat(Enumerable.Repeat("""{"a":""", 5_000)) + "1" + new string('}', 5_000);

        (await workspace.CallAsync(HttpMethod.Post, Send, deep)).Is(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Megabyte_of_text_is_refused_with_the_limit_and_the_setting()
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.PostAsync(Send, TestWorkspace.Text(body: new string('x', 1_048_576)))).Is(HttpStatusCode.RequestEntityTooLarge);

        Assert.Contains("Limits:MaxBodyBytes", (string?)refused.Error["description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_route_is_answered_in_the_envelope()
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.GetAsync("/api/v1/message/sned")).Is(HttpStatusCode.NotFound);

        Assert.Equal("HTTP_NOT_FOUND", (string?)refused.Body!["statusKey"]);
    }

    [Fact]
    public async Task Wrong_method_names_the_right_one()
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.CallAsync(HttpMethod.Put, Send, "{}")).Is(HttpStatusCode.MethodNotAllowed);

        Assert.Contains("use POST", (string?)refused.Error["description"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task Wrong_content_type_names_the_right_one(string? contentType)
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.CallAsync(HttpMethod.Post, Send, "{}", contentType)).Is(HttpStatusCode.UnsupportedMediaType);

        Assert.Contains("Content-Type: application/json", (string?)refused.Error["description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_given_twice_in_template_data_is_no_failure()
    {
        var workspace = await server.NewWorkspaceAsync();

        (await workspace.CallAsync(HttpMethod.Post, Send, """
            {"channelId":"wa360:918828218374","to":{"phone":"+9198765"},"type":"template","template":{"code":"FEEDBACK","data":{"a":1,"a":2}}}
            """)).Ok();
    }

    [Theory]
    [InlineData("[null]")]
    [InlineData("""[{"phones":[null],"emails":[null],"urls":[null],"ims":[null],"addresses":[null]}]""")]
    public async Task Null_among_the_items_of_a_list_says_nothing(string contacts)
    {
        var workspace = await server.NewWorkspaceAsync();
        var cards = System.Text.Json.Nodes.JsonNode.Parse($$"""{"from":{"phone":"{{TestWorkspace.Phone}}"},"contacts":{{contacts}}}""")!;
        var message = TestWorkspace.Text();
        message["type"] = "contacts";
        message["contacts"] = cards["contacts"]!.DeepClone();

        var id = await workspace.SendAsync(message);

        Assert.NotNull(await workspace.MessageAsync(id));
    }

    [Fact]
    public async Task Every_refusal_has_all_properties_of_the_envelope()
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = await workspace.CallAsync(HttpMethod.Post, Send, "{");

        Assert.Equal(
            Contract.VendorContract.Properties("ApiResponse_OutBoundReciept_object_").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal),
            refused.Body!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Control_plane_refuses_with_problem_details()
    {
        var workspace = await server.NewWorkspaceAsync();

        var refused = (await workspace.CallAsync(HttpMethod.Post, "/_sandbox/clock/advance", """{"by":"tomorrow"}""")).Is(HttpStatusCode.BadRequest);

        Assert.Equal("application/problem+json", refused.Raw.Content.Headers.ContentType?.MediaType);
        Assert.Equal("by", (string?)refused.Body!["field"]);
    }
}
