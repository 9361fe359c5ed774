using System.Globalization;
using System.Text.Json;

namespace MockMessaging.Tests.Fuzz;

/// <summary>Holds a JSON value to a schema of a served document, as far as the documents use JSON Schema.</summary>
internal static class SchemaCheck
{
    /// <summary>Beyond it a number is not the same for every reader of JSON.</summary>
    private const double LargestExact = 9_007_199_254_740_991;

    /// <summary>The first thing that does not fit; null where all does.</summary>
    public static string? Problem(FuzzOperation operation, JsonElement schema, JsonElement value) => Problem(operation, schema, value, "$");

    private static string? Problem(FuzzOperation operation, JsonElement schema, JsonElement value, string at)
    {
        var shape = operation.Resolve(schema);
        if (shape.TryGetProperty("oneOf", out var choices))
        {
            var problems = choices.EnumerateArray().Select(choice => Problem(operation, choice, value, at)).ToList();
            return problems.Contains(null) ? null : FirstOf(problems);
        }

        if (!shape.TryGetProperty("type", out var type) || IsFree(shape))
        {
            return null;
        }

        return Misfit(type.GetString()!, value) is { } misfit ? $"{at} is {misfit}"
            : shape.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(word => word.GetString() == value.GetString()) ? $"{at} is no listed value"
            : shape.TryGetProperty("format", out var format) && Malformed(format.GetString()!, value) ? $"{at} is no {format.GetString()}"
            : value.ValueKind == JsonValueKind.Array ? FirstOf(value.EnumerateArray().Select(item => Problem(operation, shape.GetProperty("items"), item, at + "[]")))
            : value.ValueKind == JsonValueKind.Object ? OfObject(operation, shape, value, at)
            : null;
    }

    private static string? OfObject(FuzzOperation operation, JsonElement shape, JsonElement value, string at)
    {
        if (shape.TryGetProperty("required", out var required)
            && required.EnumerateArray().FirstOrDefault(name => !value.TryGetProperty(name.GetString()!, out _)) is { ValueKind: JsonValueKind.String } missing)
        {
            return $"{at} lacks {missing.GetString()}";
        }

        var properties = shape.TryGetProperty("properties", out var listed) ? listed : default;
        foreach (var property in value.EnumerateObject())
        {
            if (properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(property.Name, out var known))
            {
                if (Problem(operation, known, property.Value, $"{at}.{property.Name}") is { } problem)
                {
                    return problem;
                }
            }
            else if (shape.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object)
            {
                if (Problem(operation, others, property.Value, $"{at}.*") is { } problem)
                {
                    return problem;
                }
            }
            else
            {
                return $"{at} has {property.Name}, which is not documented";
            }
        }

        return null;
    }

    /// <summary>What callers put in comes back in objects nobody described.</summary>
    private static bool IsFree(JsonElement shape) =>
        shape.GetProperty("type").GetString() == "object" && !shape.TryGetProperty("properties", out _) && !shape.TryGetProperty("additionalProperties", out _);

    private static string? Misfit(string type, JsonElement value)
    {
        var fits = type switch
        {
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "array" => value.ValueKind == JsonValueKind.Array,
            "object" => value.ValueKind == JsonValueKind.Object,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            _ => value.ValueKind == JsonValueKind.Number,
        };
        return !fits ? $"{value.ValueKind} and not {type}"
            : value.ValueKind == JsonValueKind.Number && Math.Abs(value.GetDouble()) > LargestExact ? "a number no reader of JSON has to keep exactly"
            : null;
    }

    private static bool Malformed(string format, JsonElement value) => format switch
    {
        "date-time" => !DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, out _),
        "int32" => !value.TryGetInt32(out _),
        _ => false,
    };

    private static string? FirstOf(IEnumerable<string?> problems) => problems.FirstOrDefault(problem => problem is not null);
}
