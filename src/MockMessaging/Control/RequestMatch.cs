using System.Text.Json.Nodes;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>Which calls are meant; what is left out matches all.</summary>
public sealed class RequestMatch
{
    /// <summary>HTTP method.</summary>
    /// <example>POST</example>
    public string? Method { get; set; }

    /// <summary>The path, without /xms; a * at its end stands for anything.</summary>
    /// <example>/api/v1/message/send</example>
    public string? Path { get; set; }

    /// <summary>HTTP status of the answer.</summary>
    /// <example>200</example>
    public int? Status { get; set; }

    /// <summary>What the body holds among other things: properties not named here do not matter, lists have to be alike item by item.</summary>
    public JsonNode? Body { get; set; }

    /// <summary>In what a call differs from this; nothing where it matches.</summary>
    internal IReadOnlyList<RequestDifference> DifferencesTo(JournalEntry entry)
    {
        var differences = new List<RequestDifference>();
        if (!CallPattern.FitsMethod(Method, entry.Method))
        {
            differences.Add(new RequestDifference("method", Method, entry.Method));
        }

        if (!CallPattern.FitsPath(Path, entry.Path))
        {
            differences.Add(new RequestDifference("path", Path, entry.Path));
        }

        if (Status is { } status && status != entry.Status)
        {
            differences.Add(new RequestDifference("status", status, entry.Status));
        }

        if (Body is not null)
        {
            Compare("body", Body, Bodies.Read(entry.Body), differences);
        }

        return differences;
    }

    private static void Compare(string at, JsonNode? expected, JsonNode? actual, List<RequestDifference> differences)
    {
        switch (expected, actual)
        {
            case (JsonObject wanted, JsonObject given):
                foreach (var (name, value) in wanted)
                {
                    Compare($"{at}.{name}", value, given[name], differences);
                }

                break;
            case (JsonArray wanted, JsonArray given) when wanted.Count == given.Count:
                for (var index = 0; index < wanted.Count; index++)
                {
                    Compare($"{at}[{index}]", wanted[index], given[index], differences);
                }

                break;
            default:
                if (!JsonNode.DeepEquals(expected, actual))
                {
                    differences.Add(new RequestDifference(at, expected?.DeepClone(), actual?.DeepClone()));
                }

                break;
        }
    }
}
