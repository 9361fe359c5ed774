using System.Text.Json;
using System.Text.Json.Nodes;

namespace MockMessaging.StrictClient;

/// <summary>The vendor's contract as the OpenAPI document a client generator takes, every property required that the vendor marks so.</summary>
internal static class PublishedDocument
{
    public static string From(string contract)
    {
        var root = JsonNode.Parse(contract)!;
        var schemas = new JsonObject();
        foreach (var (name, schema) in root["schemas"]!.AsObject())
        {
            schemas[name] = Schema(schema!);
        }

        var paths = new JsonObject();
        foreach (var operation in root["operations"]!.AsArray())
        {
            var path = (string)operation!["path"]!;
            paths[path] ??= new JsonObject();
            paths[path]![((string)operation["method"]!).ToLowerInvariant()] = Operation(operation);
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject { ["title"] = "Messaging APIs", ["version"] = "1.0" },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas },
        }.ToJsonString();
    }

    private static JsonObject Schema(JsonNode schema)
    {
        var properties = new JsonObject();
        foreach (var (property, value) in schema["properties"]!.AsObject())
        {
            properties[property] = Property(value!.AsObject());
        }

        var written = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = schema["markedRequired"]!.DeepClone(),
        };
        if (schema["additionalProperties"] is { } additional)
        {
            written["additionalProperties"] = Property(additional.AsObject());
        }

        return written;
    }

    private static JsonObject Property(JsonObject property)
    {
        var written = new JsonObject();
        foreach (var (key, value) in property)
        {
            switch (key)
            {
                case "$ref":
                    written["$ref"] = "#/components/schemas/" + value;
                    break;
                case "items" or "additionalProperties" when value is JsonObject nested:
                    written[key] = Property(nested);
                    break;
                case "type" or "format" or "enum":
                    written[key] = value!.DeepClone();
                    break;
            }
        }

        return written;
    }

    private static JsonObject Operation(JsonNode operation)
    {
        var path = (string)operation["path"]!;
        var written = new JsonObject
        {
            ["operationId"] = string.Concat(path["/api/v1/".Length..].Split('/').Select(part => char.ToUpperInvariant(part[0]) + part[1..])),
            ["parameters"] = new JsonArray([.. operation["parameters"]!.AsArray().Select(parameter => new JsonObject
            {
                ["name"] = (string)parameter!["name"]!,
                ["in"] = (string)parameter["in"]!,
                ["schema"] = new JsonObject { ["type"] = (string)parameter["type"]! },
            })]),
            ["responses"] = new JsonObject { ["200"] = Answer((string)operation["response200"]!) },
        };
        if (operation["body"] is { } body && body.GetValueKind() == JsonValueKind.String)
        {
            written["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content((string)body!) };
        }

        return written;
    }

    private static JsonObject Answer(string schema) => new() { ["description"] = "OK", ["content"] = Content(schema) };

    private static JsonObject Content(string schema) => new()
    {
        ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/" + schema } },
    };
}
