using System.Text.Json;
using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Faults;

/// <summary>Changes the body of a push to a shape that is outside the contract.</summary>
internal static class PushShapes
{
    /// <summary>Below it, a timestamp is in seconds already.</summary>
    private const long FewestMilliseconds = 100_000_000_000;

    public static byte[] Of(byte[] body, FaultEffect effect)
    {
        if ((!effect.TimestampsInSeconds && !effect.WithoutProfile) || JsonNode.Parse(body) is not JsonObject wrapper)
        {
            return body;
        }

        var items = ItemsOf(wrapper, "messages").Concat(ItemsOf(wrapper, "statuses")).ToList();
        if (effect.TimestampsInSeconds)
        {
            foreach (var item in items)
            {
                if (item["timestamp"] is JsonValue value && value.TryGetValue<long>(out var ms) && ms >= FewestMilliseconds)
                {
                    item["timestamp"] = ms / 1_000;
                }
            }
        }

        if (effect.WithoutProfile)
        {
            foreach (var contact in ItemsOf(wrapper, "contacts").Concat(items.Select(item => item["contact"]).OfType<JsonObject>()))
            {
                contact.Remove("profile");
                contact.Remove("businessProfile");
            }
        }

        return JsonSerializer.SerializeToUtf8Bytes(wrapper, ContractJsonOptions.Sparse.TypeInfo<JsonObject>());
    }

    private static IEnumerable<JsonObject> ItemsOf(JsonObject wrapper, string name) => (wrapper[name] as JsonArray ?? []).OfType<JsonObject>();
}
