using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MockMessaging.Tests.Fuzz;

/// <summary>Makes values an operation should be able to take, from its schema, its examples and what answers have shown.</summary>
internal sealed class ValueGenerator(Random random, Harvest harvest, Func<string> webhookUrl)
{
    private const int Deepest = 4;
    private const int LongestImport = 400_000;

    private static readonly string[] Phones = ["+91 98765 43210", "+91 99887 76655", "+1 202 555 0171", "919876500001", "+919876500002", "+91 98765 00003", "+91 98765 00004", "+91 98765 00007"];
    private static readonly string[] Words = ["Hello", "order", "stop", "YES", "blue lamp", "{{name}}", "1", "fb", "external_bot", "second_bot", "a", "en", "text", "READ", "FAILD", "failed", "read"];
    /// <summary>Words of parameters that take no others.</summary>
    private static readonly Dictionary<string, string[]> Closed = new()
    {
        ["direction"] = ["inbound", "outbound"],
        ["order"] = ["oldest", "newest"],
        ["method"] = ["GET", "POST"],
        ["path"] = ["/api/v1/message/send", "/api/v1/*", "/xms/api/v1/config/channels/"],
        ["state"] = ["pending", "delivered", "failed", "skipped"],
        ["messages.status"] = ["SENT", "READ", "FAILD", "DLVRD"],
        ["wait.status"] = ["SENT", "READ", "FAILD", "DLVRD"],
        ["webhooks.type"] = ["messages", "statuses", "events"],
        ["push"] = ["any", "statuses", "READ"],
    };

    private static readonly string[] ShortSpans = ["PT0S", "PT0.01S", "PT0.05S"];
    private static readonly string[] LongSpans = ["PT0.2S", "PT1S", "PT5S", "PT1M", "PT1H", "PT24H", "P2D", "P30D", "PT5M0.5S"];

    /// <summary>A body as documented.</summary>
    public JsonNode? Body(FuzzOperation operation)
    {
        if (operation.Name == "POST /_sandbox/import" && harvest.Export is { Length: < LongestImport } export && random.Next(3) > 0)
        {
            return JsonEdit.Of(export).Root;
        }

        if (operation.Name == "POST /api/v1/config/webhook")
        {
            return new JsonObject { ["url"] = webhookUrl() };
        }

        if (operation.Examples.Count == 0 || random.Next(10) < 4)
        {
            return Value(operation, operation.Body!.Value, "", 0);
        }

        var example = JsonNode.Parse(OddValues.Pick(random, operation.Examples).GetRawText());
        Vary(example, operation.Resource);
        return example;
    }

    /// <summary>A value of a query parameter, percent-encoded.</summary>
    public string Parameter(FuzzOperation operation, string name, JsonElement schema) =>
        Uri.EscapeDataString(Value(operation, schema, name, 0) is JsonValue value ? value.ToString() : "");

    private JsonNode? Value(FuzzOperation operation, JsonElement schema, string name, int depth)
    {
        var shape = operation.Resolve(schema);
        if (shape.TryGetProperty("enum", out var words))
        {
            return OddValues.Pick(random, [.. words.EnumerateArray()]).GetString();
        }

        return shape.TryGetProperty("type", out var type) ? type.GetString() switch
        {
            "boolean" => random.Next(2) == 0,
            "integer" => random.Next(20) == 0 ? 0 : random.Next(1, 300),
            "number" => random.Next(1, 40) / 10.0,
            "array" => new JsonArray([.. Enumerable.Range(0, depth > Deepest ? 0 : random.Next(3)).Select(_ => Value(operation, shape.GetProperty("items"), name, depth + 1))]),
            "object" => Object(operation, shape, name, depth),
            _ => Text(shape, operation.Resource, name),
        }
        : Free(0);
    }

    private JsonNode? Object(FuzzOperation operation, JsonElement shape, string name, int depth)
    {
        if (!shape.TryGetProperty("properties", out var properties))
        {
            return name switch
            {
                "target" when random.Next(2) == 0 => "webhooks",
                "target" => new JsonObject { ["path"] = "/api/v1/message/send" },
                _ => Free(0),
            };
        }

        var made = new JsonObject();
        foreach (var property in properties.EnumerateObject().Where(_ => depth <= Deepest && random.Next(10) < (depth == 0 ? 6 : 4)))
        {
            made[property.Name] = Value(operation, property.Value, property.Name, depth + 1);
        }

        return made;
    }

    private string Text(JsonElement shape, string resource, string name)
    {
        if (OddValues.IsSpan(name))
        {
            return Span(name);
        }

        if (shape.TryGetProperty("format", out var format) && format.GetString() == "date-time")
        {
            return Instant();
        }

        return Known(resource, name) ?? (shape.TryGetProperty("examples", out var examples) && random.Next(3) > 0 && examples[0].ValueKind == JsonValueKind.String
            ? examples[0].GetString()!
            : OddValues.Pick(random, Words));
    }

    /// <summary>Values in place of those of an example, where something better is known.</summary>
    private void Vary(JsonNode? node, string resource)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Vary(item, resource);
            }
        }

        foreach (var (name, value) in (node as JsonObject)?.ToList() ?? [])
        {
            if (value is not JsonValue text || text.GetValueKind() != JsonValueKind.String)
            {
                Vary(value, resource);
            }
            else if ((OddValues.IsSpan(name) ? Span(name) : random.Next(2) == 0 ? Known(resource, name) : null) is { } better)
            {
                node![name] = better;
            }
        }
    }

    private string Span(string name) =>
        OddValues.Pick(random, OddValues.IsRealTime(name) ? ShortSpans : name == "for" ? LongSpans[..5] : LongSpans);

    private string Instant() => new DateTimeOffset(2026, 1, 5, 10, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(-5_000, 50_000)).ToString("O", CultureInfo.InvariantCulture);

    private string? Known(string resource, string name) => name switch
    {
        "phone" => OddValues.Pick(random, Phones),
        _ when Closed.TryGetValue($"{resource}.{name}", out var words) || Closed.TryGetValue(name, out words) => random.Next(5) == 0 ? null : OddValues.Pick(random, words),
        _ => random.Next(5) == 0 ? null : harvest.Pick(random, resource, name),
    };

    private JsonNode? Free(int depth) => random.Next(depth > 3 ? 4 : 6) switch
    {
        0 => "x",
        1 => random.Next(),
        2 => null,
        3 => true,
        4 => new JsonArray(Free(depth + 1), Free(depth + 1)),
        _ => new JsonObject { ["a"] = Free(depth + 1), ["type"] = "text" },
    };
}
