using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Contract;

/// <summary>What the document says of answers: which there are, what they hold, and how refusals look.</summary>
public sealed class OpenApiAnswersTests(OpenApiServer server) : IClassFixture<OpenApiServer>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_of_the_contract_is_listed()
    {
        var operations = (await DocumentAsync()).Operations;

        Assert.All(VendorContract.Operations, documented =>
        {
            var listed = operations[$"{documented.GetProperty("method").GetString()} {documented.GetProperty("path").GetString()}"].GetProperty("responses");
            Assert.All(documented.GetProperty("otherResponses").EnumerateArray(), status => Assert.True(listed.TryGetProperty(status.GetString()!, out _), $"{documented}: {status}"));
        });
    }

    [Fact]
    public async Task Every_refusal_has_an_example_of_its_own_status() =>
        Assert.All((await DocumentAsync()).Operations, operation =>
            Assert.All(operation.Value.GetProperty("responses").EnumerateObject().Where(answer => answer.Name[0] is '4' or '5'), answer =>
                Assert.Equal(answer.Name, Example(answer.Value)["status"]!.GetValue<string>())));

    [Fact]
    public async Task Properties_are_required_in_answers_as_the_contract_marks_them_and_never_in_requests()
    {
        var document = await DocumentAsync();
        var inRequests = new HashSet<string>(StringComparer.Ordinal) { "InBoundWrapper", "InBoundContact" };
        foreach (var body in VendorContract.Operations.Select(operation => operation.GetProperty("body").GetString()).OfType<string>())
        {
            Follow(body, inRequests);
        }

        foreach (var shape in inRequests.ToList())
        {
            Follow(shape, inRequests);
        }

        Assert.All(VendorContract.SchemaNames.Where(name => !name.StartsWith("Map_", StringComparison.Ordinal)), name =>
        {
            var marked = inRequests.Contains(name) ? [] : Words(VendorContract.Schemas.GetProperty(name), "markedRequired");
            Assert.Equal((name, string.Join(' ', marked.Order(StringComparer.Ordinal))), (name, string.Join(' ', Words(document.Schemas.GetProperty(name), "required").Order(StringComparer.Ordinal))));
        });
    }

    [Theory]
    [InlineData("POST", "/api/v1/message/send", "{}", 400)]
    [InlineData("POST", "/api/v1/session/close", "{}", 400)]
    [InlineData("POST", "/api/v1/session/resolve", """{"sessionId":""}""", 400)]
    [InlineData("POST", "/api/v1/session/messages", "{}", 400)]
    [InlineData("GET", "/api/v1/session/messages", null, 400)]
    [InlineData("POST", "/api/v1/contact/prefs/lang", "{}", 400)]
    [InlineData("POST", "/api/v1/data/push", "", 400)]
    [InlineData("POST", "/api/v1/message/receive", "null", 400)]
    [InlineData("GET", "/api/v1/config/channels?sabdnox=maybe", null, 400)]
    [InlineData("POST", "/api/v1/session/close", """{"sessionId":"61f3810a02e14c0877fc1a99"}""", 404)]
    [InlineData("POST", "/api/v1/contact/prefs/lang", """{"contactId":"61f3810a02e14c0877fc1a99"}""", 404)]
    [InlineData("PUT", "/api/v1/message/send", "{}", 405)]
    [InlineData("PUT", "/api/v1/session/messages", "{}", 405)]
    public async Task Example_of_a_refusal_is_what_is_answered(string method, string path, string? body, int status)
    {
        var documented = method == "PUT" ? "POST" : method;
        var example = Example((await DocumentAsync()).Operations[$"{documented} {path.Split('?')[0]}"].GetProperty("responses").GetProperty($"{status}"));

        Assert.Equal(example.ToJsonString(), (await AnswerAsync(method, path, body, "application/json", "refusals")).ToJsonString());
    }

    [Theory]
    [InlineData("text/plain", "key", "{}", 415)]
    [InlineData("application/json", null, "{}", 401)]
    public async Task Example_of_a_refused_header_is_what_is_answered(string contentType, string? key, string body, int status)
    {
        var example = Example((await DocumentAsync()).Operations["POST /api/v1/message/send"].GetProperty("responses").GetProperty($"{status}"));

        Assert.Equal(example.ToJsonString(), (await AnswerAsync("POST", "/api/v1/message/send", body, contentType, key)).ToJsonString());
    }

    [Fact]
    public async Task Example_of_too_large_a_body_is_what_is_answered()
    {
        var example = Example((await DocumentAsync()).Operations["POST /api/v1/event/push"].GetProperty("responses").GetProperty("413"));

        Assert.Equal(example.ToJsonString(), (await AnswerAsync("POST", "/api/v1/event/push", new string(' ', 300_000), "application/json", "refusals")).ToJsonString());
    }

    [Theory]
    [InlineData("OutBoundContact", "name", "whatever the contact's own name")]
    [InlineData("SessionQueueAssignment", "agent", "only used if the queue belongs to agents")]
    [InlineData("SessionQueueAssignment", "team", "only used if the queue belongs to agents")]
    [InlineData("SessionQueueAssignment", "skills", "only used if the queue belongs to agents")]
    [InlineData("SessionQueueAssignment", "queue", "gets all later messages")]
    [InlineData("TmplElement", "url", "only for type URL")]
    [InlineData("TmplElement", "phone", "only for type PHONE_NUMBER")]
    [InlineData("TmplElement", "action", "WhatsApp Flow")]
    [InlineData("TmplElement", "uid", "id of your own")]
    [InlineData("PostManFile", "path", "Where the file is stored")]
    [InlineData("PostManFile", "options", "Settings of the file")]
    [InlineData("OutboxMessage", "queue", "not a queue code")]
    public async Task Description_tells_what_the_value_does(string schema, string property, string words) =>
        Assert.Contains(words, (await DocumentAsync()).Schemas.GetProperty(schema).GetProperty("properties").GetProperty(property).GetProperty("description").GetString(), StringComparison.Ordinal);

    private Task<OpenApiDocument> DocumentAsync() => OpenApiDocument.GetAsync(server.Client, "messaging", Cancelled);

    /// <summary>The answer with the stand-ins of the examples for what differs from call to call.</summary>
    private async Task<JsonNode> AnswerAsync(string method, string path, string? body, string contentType, string? key)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } };
        }

        if (key is not null)
        {
            request.Headers.Add("x-api-key", key);
        }

        var answer = JsonNode.Parse(await (await server.Client.SendAsync(request, Cancelled)).Content.ReadAsStringAsync(Cancelled))!;
        answer["timestamp"] = 0;
        answer["traceid"] = "MCK-sample";
        return answer;
    }

    private static JsonNode Example(JsonElement answer) =>
        JsonNode.Parse(answer.GetProperty("content").GetProperty("application/json").GetProperty("example").GetRawText())!;

    private static void Follow(string shape, HashSet<string> seen)
    {
        seen.Add(shape);
        foreach (var property in VendorContract.Properties(shape).EnumerateObject())
        {
            var type = property.Value.TryGetProperty("items", out var items) ? items : property.Value;
            if (type.TryGetProperty("$ref", out var inner) && seen.Add(inner.GetString()!))
            {
                Follow(inner.GetString()!, seen);
            }
        }
    }

    private static IEnumerable<string> Words(JsonElement owner, string list) =>
        owner.TryGetProperty(list, out var words) ? words.EnumerateArray().Select(word => word.GetString()!) : [];
}
