using System.Text.Json;

namespace MockMessaging.Tests.Contract;

/// <summary>A served document, and ways to look into it.</summary>
internal sealed class OpenApiDocument(byte[] utf8)
{
    private static readonly string[] Methods = ["get", "put", "post", "patch", "delete"];

    private readonly JsonElement _root = JsonElement.Parse(utf8);

    public JsonElement Info => _root.GetProperty("info");

    public JsonElement Schemas => _root.GetProperty("components").GetProperty("schemas");

    public JsonElement Webhooks => _root.GetProperty("webhooks");

    public string SpecVersion => _root.GetProperty("openapi").GetString()!;

    /// <summary>Method and path, such as <c>POST /api/v1/message/send</c>, with the operation.</summary>
    public IReadOnlyDictionary<string, JsonElement> Operations => _root.GetProperty("paths").EnumerateObject()
        .SelectMany(path => path.Value.EnumerateObject()
            .Where(operation => Methods.Contains(operation.Name))
            .Select(operation => KeyValuePair.Create($"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value)))
        .ToDictionary();

    public static async Task<OpenApiDocument> GetAsync(HttpClient client, string name, CancellationToken cancellationToken) =>
        new(await client.GetByteArrayAsync(new Uri($"/swagger/{name}/openapi.json", UriKind.Relative), cancellationToken));

    /// <summary>Method and path with the documented examples in place of path parameters.</summary>
    public static string WithExamples(string operation, JsonElement description) => description.TryGetProperty("parameters", out var parameters)
        ? parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "path").Aggregate(operation, (path, parameter) =>
            path.Replace($"{{{parameter.GetProperty("name").GetString()}}}", parameter.GetProperty("example").GetString(), StringComparison.Ordinal))
        : operation;

    /// <summary>True for an operation whose body is JSON; false for an upload, or without a body.</summary>
    public static bool TakesJson(JsonElement operation) =>
        operation.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out _);

    /// <summary>The body of an operation as it can be sent: its only example, or each of several.</summary>
    public static IReadOnlyList<JsonElement> Examples(JsonElement operation)
    {
        var body = operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json");
        return body.TryGetProperty("example", out var only)
            ? [only]
            : [.. body.GetProperty("examples").EnumerateObject().Select(example => example.Value.GetProperty("value"))];
    }
}
