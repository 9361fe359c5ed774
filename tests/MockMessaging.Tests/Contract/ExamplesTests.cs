using System.Text;
using System.Text.Json;
using MockMessaging.Seeding;
using MockMessaging.State;
using Xunit;

namespace MockMessaging.Tests.Contract;

/// <summary>Every example of both documents works under the key of the examples, which the page begins with, each on the workspace as it is at first.</summary>
public sealed class ExamplesTests
{
    [Theory]
    [InlineData("messaging")]
    [InlineData("sandbox")]
    public async Task Every_example_works_as_it_stands_and_every_answer_is_plain_JSON(string name)
    {
        await using var server = await MockServer.StartAsync(cancellationToken: TestWorkspace.Cancelled);
        using var client = new HttpClient { BaseAddress = server.BaseAddress };
        client.DefaultRequestHeaders.Add("x-api-key", ExampleConversations.Key);
        var document = await OpenApiDocument.GetAsync(client, name, TestWorkspace.Cancelled);
        var failures = new List<string>();
        foreach (var (operation, description) in document.Operations.Where(operation => HasExamples(operation.Value)))
        {
            IReadOnlyList<JsonElement?> bodies = OpenApiDocument.TakesJson(description) ? [.. OpenApiDocument.Examples(description).Select(body => (JsonElement?)body)] : [null];
            foreach (var body in bodies)
            {
                await BeginAnewAsync(client);
                if (await FailureAsync(client, operation, description, body) is { } failure)
                {
                    failures.Add(failure);
                }
            }
        }

        Assert.Empty(failures);
    }

    /// <summary>The id of a rule, a fault or a push is known only from the request that made it, and no push arrives before a webhook is registered.</summary>
    private static bool HasExamples(JsonElement description) => OpenApiDocument.TakesJson(description) == description.TryGetProperty("requestBody", out _) && (!description.TryGetProperty("parameters", out var parameters) || parameters.EnumerateArray()
        .All(parameter => !parameter.TryGetProperty("required", out var required) || !required.GetBoolean() || parameter.TryGetProperty("example", out _)));

    /// <summary>The key as at first, but for the snapshot that the example of taking one makes, and a fault of the name in the example that hits nothing here.</summary>
    private static async Task BeginAnewAsync(HttpClient client)
    {
        using var forgotten = await client.DeleteAsync("/_sandbox/workspaces/current", TestWorkspace.Cancelled);
        using var snapshot = new StringContent("""{ "name": "prepared" }""", Encoding.UTF8, "application/json");
        using var taken = await client.PostAsync("/_sandbox/snapshots", snapshot, TestWorkspace.Cancelled);
        using var fault = new StringContent("""{ "name": "flaky-send", "target": { "contactId": "nobody" }, "effect": { "drop": true } }""", Encoding.UTF8, "application/json");
        using var added = await client.PostAsync("/_sandbox/faults", fault, TestWorkspace.Cancelled);
        Assert.True(forgotten.IsSuccessStatusCode && taken.IsSuccessStatusCode && added.IsSuccessStatusCode);
    }

    private static async Task<string?> FailureAsync(HttpClient client, string operation, JsonElement description, JsonElement? body)
    {
        var call = OpenApiDocument.WithExamples(operation, description).Split(' ');
        using var request = new HttpRequestMessage(new HttpMethod(call[0]), call[1] + QueryOf(description));
        if (body is { } given)
        {
            request.Content = new StringContent(given.GetRawText(), Encoding.UTF8, "application/json");
        }

        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestWorkspace.Cancelled);
        if (answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType != "application/json")
        {
            return null;
        }

        var text = await answer.Content.ReadAsStringAsync(TestWorkspace.Cancelled);
        return !answer.IsSuccessStatusCode ? $"{operation}: {(int)answer.StatusCode} {text}"
            : LargeIn(JsonElement.Parse(text)) is { } large ? $"{operation}: {large} is beyond 2^53" : null;
    }

    private static string QueryOf(JsonElement description) => !description.TryGetProperty("parameters", out var parameters) ? "" : "?" + string.Join('&', parameters.EnumerateArray()
        .Where(parameter => parameter.GetProperty("in").GetString() == "query" && parameter.TryGetProperty("example", out _))
        .Select(parameter => $"{parameter.GetProperty("name").GetString()}={Uri.EscapeDataString(parameter.GetProperty("example").ToString())}"));

    /// <summary>A whole number that readers change which take numbers for doubles.</summary>
    private static string? LargeIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(property => LargeIn(property.Value)).FirstOrDefault(large => large is not null),
        JsonValueKind.Array => element.EnumerateArray().Select(LargeIn).FirstOrDefault(large => large is not null),
        JsonValueKind.Number => Math.Abs(element.GetDouble()) > WorkspaceSeed.Largest ? element.GetRawText() : null,
        _ => null,
    };
}
