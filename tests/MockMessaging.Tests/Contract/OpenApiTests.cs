using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace MockMessaging.Tests.Contract;

public sealed class OpenApiTests(OpenApiServer server) : IClassFixture<OpenApiServer>
{
    private readonly HttpClient _client = server.Client;

    public static TheoryData<string> Documents => ["messaging", "sandbox"];

    public static TheoryData<string> SchemaNames => [.. VendorContract.SchemaNames];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_served_document_is_the_committed_one_byte_for_byte()
    {
        var committed = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "openapi.json"), Cancelled);

        var served = await _client.GetStringAsync(new Uri("/swagger/messaging/openapi.json", UriKind.Relative), Cancelled);

        Assert.True(committed == served, "openapi.json has drifted; write it anew with: dotnet run --project src/MockMessaging -- openapi openapi.json");
    }

    [Fact]
    public async Task The_document_is_the_same_under_the_path_of_production() => Assert.Equal(
        await _client.GetStringAsync(new Uri("/swagger/messaging/openapi.json", UriKind.Relative), Cancelled),
        await _client.GetStringAsync(new Uri("/xms/swagger/messaging/openapi.json", UriKind.Relative), Cancelled));

    [Fact]
    public async Task Title_and_version_are_those_of_the_contract()
    {
        var document = await MessagingAsync();

        Assert.Equal(VendorContract.Root.GetProperty("title").GetString(), document.Info.GetProperty("title").GetString());
        Assert.Equal(VendorContract.Root.GetProperty("version").GetString(), document.Info.GetProperty("version").GetString());
        Assert.StartsWith("3.1", document.SpecVersion, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_introduction_lists_every_test_number()
    {
        var text = (await MessagingAsync()).Info.GetProperty("description").GetString();

        Assert.All(["0001", "0002", "0003", "0004", "0005", "0006", "0470", "0471"], number => Assert.Contains($"`{number}`", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_operations_are_those_of_the_contract_and_the_GET_of_session_messages()
    {
        var expected = VendorContract.Operations.Select(NameOf).Append("GET /api/v1/session/messages").Order(StringComparer.Ordinal);

        Assert.Equal(expected, (await MessagingAsync()).Operations.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_has_the_tag_summary_body_and_answer_of_the_contract()
    {
        var operations = (await MessagingAsync()).Operations;

        Assert.All(VendorContract.Operations, documented =>
        {
            var operation = operations[NameOf(documented)];
            Assert.Equal(documented.GetProperty("tag").GetString(), operation.GetProperty("tags")[0].GetString());
            Assert.Equal(documented.GetProperty("summary").GetString(), operation.GetProperty("summary").GetString());
            Assert.Equal(documented.GetProperty("body").GetString(), operation.TryGetProperty("requestBody", out var body) ? ShapeOf(body) : null);
            Assert.Equal(documented.GetProperty("response200").GetString(), ShapeOf(operation.GetProperty("responses").GetProperty("200")));
        });
    }

    [Fact]
    public async Task Every_operation_has_the_parameters_of_the_contract_with_place_type_and_default()
    {
        var operations = (await MessagingAsync()).Operations;

        Assert.All(VendorContract.Operations, documented =>
        {
            var parameters = operations[NameOf(documented)].GetProperty("parameters").EnumerateArray().ToDictionary(row => row.GetProperty("name").GetString()!);
            Assert.All(documented.GetProperty("parameters").EnumerateArray(), expected =>
            {
                var parameter = parameters[expected.GetProperty("name").GetString()!];
                Assert.Equal(expected.GetProperty("in").GetString(), parameter.GetProperty("in").GetString());
                Assert.Equal(expected.GetProperty("type").GetString(), parameter.GetProperty("schema").GetProperty("type").GetString());
                Assert.Equal(TextOf(expected, "default"), TextOf(parameter.GetProperty("schema"), "default"));
                Assert.False(parameter.TryGetProperty("required", out var required) && required.GetBoolean());
                Assert.NotEqual("", parameter.GetProperty("description").GetString());
            });
        });
    }

    [Theory]
    [MemberData(nameof(SchemaNames))]
    public async Task Schema_has_the_properties_of_the_contract_with_the_same_types_and_values(string schema)
    {
        var documented = VendorContract.Schemas.GetProperty(schema);
        var served = (await MessagingAsync()).Schemas.GetProperty(schema);

        Assert.Equal(PropertiesOf(documented), PropertiesOf(served));
        Assert.Equal(
            documented.TryGetProperty("additionalProperties", out var expected) ? Describe(expected) : null,
            served.TryGetProperty("additionalProperties", out var actual) ? Describe(actual) : null);
    }

    [Fact]
    public async Task The_contract_and_the_shape_of_errors_are_all_the_schemas_there_are() => Assert.Equal(
        VendorContract.SchemaNames.Append("ApiErrorResponse").Order(StringComparer.Ordinal),
        (await MessagingAsync()).Schemas.EnumerateObject().Select(schema => schema.Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Both_calls_to_the_client_are_webhooks()
    {
        var webhooks = (await MessagingAsync()).Webhooks;

        Assert.Equal("InBoundWrapper", ShapeOf(webhooks.GetProperty("messageReceive").GetProperty("post").GetProperty("requestBody")));
        Assert.Equal("InBoundContact", ShapeOf(webhooks.GetProperty("contactInfo").GetProperty("post").GetProperty("requestBody")));
        Assert.Equal("ContactInfoUpdate", ShapeOf(webhooks.GetProperty("contactInfo").GetProperty("post").GetProperty("responses").GetProperty("200")));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_reference_leads_to_a_schema(string name)
    {
        var text = await _client.GetStringAsync(new Uri($"/swagger/{name}/openapi.json", UriKind.Relative), Cancelled);
        var schemas = (await DocumentAsync(name)).Schemas;

        var referenced = text.Split("\"#/components/schemas/").Skip(1).Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]).Distinct();

        Assert.All(referenced, schema => Assert.True(schemas.TryGetProperty(schema, out _), schema));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Operation_ids_are_unique(string name)
    {
        var ids = (await DocumentAsync(name)).Operations.Values.Select(operation => operation.GetProperty("operationId").GetString()).ToList();

        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_operation_says_what_it_does_and_what_it_answers(string name) =>
        Assert.All((await DocumentAsync(name)).Operations, operation =>
        {
            var answers = operation.Value.GetProperty("responses").EnumerateObject().ToList();
            Assert.NotEqual("", operation.Value.GetProperty("summary").GetString());
            Assert.NotEqual("", operation.Value.GetProperty("description").GetString());
            Assert.Contains(answers, answer => answer.Name.StartsWith('2'));
            Assert.True(operation.Key == "GET /healthz/live" || answers.Any(answer => answer.Name[0] is '4' or '5'), operation.Key);
            Assert.All(answers, answer => Assert.NotEqual("", answer.Value.GetProperty("description").GetString()));
        });

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_example_is_taken_by_the_server(string name)
    {
        foreach (var (operation, description) in (await DocumentAsync(name)).Operations.Where(operation => OpenApiDocument.TakesJson(operation.Value)))
        {
            var examples = OpenApiDocument.Examples(description);
            Assert.NotEmpty(examples);
            foreach (var example in examples)
            {
                var answer = await SendAsync(OpenApiDocument.WithExamples(operation, description), example.GetRawText(), key: name == "messaging" ? "demo" : $"examples-of-{name}");
                Assert.True(answer.IsSuccessStatusCode, $"{operation} refused {example}: {await answer.Content.ReadAsStringAsync(Cancelled)}");
            }
        }
    }

    [Fact]
    public async Task Sandbox_operations_refuse_with_problem_details() =>
        Assert.All((await DocumentAsync("sandbox")).Operations.Where(operation => operation.Key.Contains("/_sandbox/", StringComparison.Ordinal) && !operation.Key.Contains("{workspace}", StringComparison.Ordinal)), operation =>
            Assert.Equal("SandboxProblem", Reference(operation.Value.GetProperty("responses").GetProperty("401").GetProperty("content").GetProperty("application/problem+json"))));

    [Theory]
    [InlineData("/swagger")]
    [InlineData("/swagger/index.html")]
    [InlineData("/xms/swagger/index.html")]
    public async Task The_page_is_served(string path)
    {
        var answer = await _client.GetAsync(new Uri(path, UriKind.Relative), Cancelled);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    private Task<OpenApiDocument> MessagingAsync() => DocumentAsync("messaging");

    private Task<OpenApiDocument> DocumentAsync(string name) => OpenApiDocument.GetAsync(_client, name, Cancelled);

    private async Task<HttpResponseMessage> SendAsync(string operation, string body, string key)
    {
        var parts = operation.Split(' ');
        using var request = new HttpRequestMessage(HttpMethod.Parse(parts[0]), new Uri(parts[1], UriKind.Relative))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("x-api-key", key);
        return await _client.SendAsync(request, Cancelled);
    }

    private static string NameOf(JsonElement documented) => $"{documented.GetProperty("method").GetString()} {documented.GetProperty("path").GetString()}";

    private static string ShapeOf(JsonElement bodyOrAnswer) => Reference(bodyOrAnswer.GetProperty("content").GetProperty("application/json"));

    private static string Reference(JsonElement content) => Describe(content.GetProperty("schema"));

    private static string? TextOf(JsonElement owner, string property) => owner.TryGetProperty(property, out var value) ? value.ToString() : null;

    private static IEnumerable<KeyValuePair<string, string>> PropertiesOf(JsonElement schema) => schema.TryGetProperty("properties", out var properties)
        ? properties.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, Describe(property.Value))).OrderBy(property => property.Key, StringComparer.Ordinal)
        : [];

    /// <summary>A type in one line, such as <c>array of string</c> or <c>string: READ|SENT</c>, alike for the contract and for a document.</summary>
    private static string Describe(JsonElement type)
    {
        if (type.TryGetProperty("$ref", out var reference))
        {
            return reference.GetString()!.Split('/')[^1];
        }

        var name = type.GetProperty("type").GetString()!;
        return name switch
        {
            "array" => "array of " + Describe(type.GetProperty("items")),
            "object" when type.TryGetProperty("additionalProperties", out var values) => "map of " + Describe(values),
            _ when type.TryGetProperty("enum", out var values) => $"{name}: {string.Join('|', values.EnumerateArray())}",
            _ => $"{name} {TextOf(type, "format")}".TrimEnd(),
        };
    }
}
