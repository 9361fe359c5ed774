using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using MockMessaging.Tests.Contract;
using Xunit;

namespace MockMessaging.Tests;

/// <summary>Holds every answer and every push of every test to the vendor's contract.</summary>
internal static class ContractCheck
{
    /// <summary>Where the live service itself leaves the list.</summary>
    private static readonly HashSet<string> Excused = ["InBoundMeta.appType", "InBoundMsg.type", "InBoundWrapper.type", "MessageReferral.sourceCategory", "MessageReferral.sourceType"];

    public static void Answer(HttpMethod method, string path, Answer answer)
    {
        var route = path.Split('?')[0].Replace("/xms/", "/", StringComparison.Ordinal);
        var operation = VendorContract.Operations.FirstOrDefault(operation =>
            operation.GetProperty("path").GetString() == route && operation.GetProperty("method").GetString() == method.Method);
        if (answer.Status >= HttpStatusCode.BadRequest && answer.Body is JsonObject refusal && refusal.ContainsKey("results"))
        {
            Refusal(refusal);
        }

        if (operation.ValueKind == JsonValueKind.Undefined || answer.Status != HttpStatusCode.OK)
        {
            return;
        }

        var schema = operation.GetProperty("response200").GetString()!;
        Check(answer.Body, schema, schema, complete: schema.StartsWith("Api", StringComparison.Ordinal));
    }

    /// <summary>The document gives refusals no schema; they are the envelope whose data and results are of no route.</summary>
    private static void Refusal(JsonObject refusal)
    {
        const string Envelope = "ApiResponse_OutBoundReciept_object_";
        var documented = VendorContract.Properties(Envelope).EnumerateObject().ToDictionary(property => property.Name, property => property.Value);
        Assert.Equal(documented.Keys.Order(StringComparer.Ordinal), refusal.Select(property => property.Key).Order(StringComparer.Ordinal));
        foreach (var (name, property) in documented.Where(property => property.Key != "data"))
        {
            CheckProperty(refusal[name], property, $"{Envelope}.{name}", complete: true);
        }

        Assert.IsType<JsonObject>(refusal["data"]);
        Assert.NotEmpty(refusal["errors"]!.AsArray());
    }

    public static void Push(JsonNode wrapper)
    {
        Check(wrapper, "InBoundWrapper", "InBoundWrapper", complete: false);
        var items = new[] { "messages", "statuses", "events" }.Where(name => wrapper[name] is not null).ToList();
        Assert.Equal((string?)wrapper["type"], Assert.Single(items));
        Assert.Single(wrapper[items[0]]!.AsArray());
        Assert.Single(wrapper["contacts"]!.AsArray());
    }

    /// <param name="value">What was written.</param>
    /// <param name="schema">What it should be.</param>
    /// <param name="at">Where it stands, for the failure message.</param>
    /// <param name="complete">Whether every documented property must be there, and no other.</param>
    private static void Check(JsonNode? value, string schema, string at, bool complete)
    {
        if (schema.StartsWith("Map_", StringComparison.Ordinal))
        {
            return;
        }

        var written = value as JsonObject ?? throw new Xunit.Sdk.XunitException($"{at} is no object: {value?.ToJsonString() ?? "null"}");
        var documented = VendorContract.Properties(schema).EnumerateObject().ToDictionary(property => property.Name, property => property.Value);
        if (complete)
        {
            Assert.Equal(documented.Keys.Order(StringComparer.Ordinal), written.Select(property => property.Key).Order(StringComparer.Ordinal));
        }

        foreach (var (name, property) in documented.Where(property => written.ContainsKey(property.Key)))
        {
            if (!(Excused.Contains($"{schema}.{name}")))
            {
                CheckProperty(written[name], property, $"{at}.{name}", complete);
            }
        }
    }

    private static void CheckProperty(JsonNode? value, JsonElement property, string at, bool complete)
    {
        if (property.TryGetProperty("$ref", out var reference))
        {
            Check(value, reference.GetString()!, at, complete);
            return;
        }

        var type = property.GetProperty("type").GetString();
        var fits = (type, value?.GetValueKind()) switch
        {
            ("string", JsonValueKind.String) => true,
            ("integer" or "number", JsonValueKind.Number) => true,
            ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("array", JsonValueKind.Array) => true,
            ("object", not null) => true,
            _ => false,
        };
        Assert.True(fits, $"{at} should be {type}, and is {value?.ToJsonString() ?? "null"}");
        if (property.TryGetProperty("enum", out var values))
        {
            Assert.Contains((string?)value, values.EnumerateArray().Select(item => item.GetString()));
        }

        if (type == "array")
        {
            foreach (var item in value!.AsArray())
            {
                CheckProperty(item, property.GetProperty("items"), at + "[]", complete);
            }
        }
    }
}
