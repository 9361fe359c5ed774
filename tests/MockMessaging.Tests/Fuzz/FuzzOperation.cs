using System.Text.Json;
using MockMessaging.Tests.Contract;

namespace MockMessaging.Tests.Fuzz;

/// <summary>An operation as one of the two served documents describes it.</summary>
internal sealed class FuzzOperation
{
    private readonly OpenApiDocument _document;
    private readonly JsonElement _description;

    private FuzzOperation(OpenApiDocument document, string name, JsonElement description)
    {
        _document = document;
        _description = description;
        Name = name;
        Method = new HttpMethod(name.Split(' ')[0]);
        Path = name.Split(' ')[1];
        var parameters = description.TryGetProperty("parameters", out var listed) ? listed.EnumerateArray().ToList() : [];
        PathParameters = [.. parameters.Where(parameter => In(parameter, "path")).Select(NameOf)];
        Query = parameters.Where(parameter => In(parameter, "query")).ToDictionary(NameOf, parameter => parameter.GetProperty("schema"));
        RequiredQuery = [.. parameters.Where(parameter => In(parameter, "query") && parameter.TryGetProperty("required", out var required) && required.GetBoolean()).Select(NameOf)];
        if (description.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out var json))
        {
            Body = json.GetProperty("schema");
            Examples = OpenApiDocument.Examples(description);
        }
    }

    /// <summary>An operation by name alone, for requests that are no experiment.</summary>
    public static FuzzOperation Plain(string name) => new(null!, name, JsonElement.Parse("{}"));

    /// <summary>Method and path, such as <c>POST /_sandbox/clock/advance</c>.</summary>
    public string Name { get; }

    public HttpMethod Method { get; }

    public string Path { get; }

    public IReadOnlyList<string> PathParameters { get; }

    public IReadOnlyDictionary<string, JsonElement> Query { get; }

    public IReadOnlyList<string> RequiredQuery { get; }

    /// <summary>The schema of the body; null where the operation takes none.</summary>
    public JsonElement? Body { get; }

    public IReadOnlyList<JsonElement> Examples { get; } = [];

    public bool IsControl => Path.StartsWith("/_sandbox", StringComparison.Ordinal);

    public bool IsApi => Path.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>True where the body is a file.</summary>
    public bool TakesFile => Name == "POST /_sandbox/media";

    /// <summary>True where the answer never ends by itself.</summary>
    public bool IsStream => Name == "GET /_sandbox/events";

    /// <summary>True where the whole workspace is replaced or emptied, or loses a channel or app that most requests need.</summary>
    public bool Replaces => Name is "DELETE /_sandbox/workspace" or "POST /_sandbox/import" or "POST /_sandbox/snapshots/{name}/restore"
        or "DELETE /_sandbox/channels/{channelId}" or "PUT /_sandbox/channels/{channelId}" or "DELETE /_sandbox/apps/{id}" or "DELETE /_sandbox/templates/{id}";

    /// <summary>The kind of thing its paths and ids are about, such as <c>messages</c>.</summary>
    public string Resource => Path.Split('/')[IsApi ? 3 : 2] is var resource && resource == "wait" ? "messages" : resource;

    public static async Task<IReadOnlyList<FuzzOperation>> AllAsync(Uri server)
    {
        using var client = new HttpClient { BaseAddress = server };
        var all = new List<FuzzOperation>();
        foreach (var name in new[] { "messaging", "sandbox" })
        {
            var document = await OpenApiDocument.GetAsync(client, name, TestWorkspace.Cancelled);
            all.AddRange(document.Operations.Where(operation => !operation.Key.Contains("/{workspace}/", StringComparison.Ordinal)).Select(operation => new FuzzOperation(document, operation.Key, operation.Value)));
        }

        return all;
    }

    public bool Documents(int status) => Responses.TryGetProperty(Text(status), out _);

    /// <summary>Media type and schema of an answer; null where the document shows neither.</summary>
    public (string MediaType, JsonElement Schema)? AnswerOf(int status) =>
        Responses.TryGetProperty(Text(status), out var response) && response.TryGetProperty("content", out var content)
            ? content.EnumerateObject().Select(type => (type.Name, type.Value.GetProperty("schema"))).First()
            : null;

    public JsonElement Resolve(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference) ? _document.Schemas.GetProperty(reference.GetString()!.Split('/')[^1]) : schema;

    private JsonElement Responses => _description.GetProperty("responses");

    private static string Text(int status) => status.ToString(provider: null);

    private static bool In(JsonElement parameter, string place) => parameter.GetProperty("in").GetString() == place;

    private static string NameOf(JsonElement parameter) => parameter.GetProperty("name").GetString()!;
}
