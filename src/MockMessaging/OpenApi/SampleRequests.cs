using System.Text.Json.Nodes;
using MockMessaging.Seeding;

namespace MockMessaging.OpenApi;

/// <summary>The sample bodies of a route, the plainest first.</summary>
internal static class SampleRequests
{
    private const string Plainest = "text";

    /// <summary>Bodies too small for a file; one made up from the shape would name every property and be refused.</summary>
    private static readonly Dictionary<string, string> InPlace = new(StringComparer.Ordinal)
    {
        ["sandbox-clock"] = """{ "mode": "frozen" }""",
        ["sandbox-clock-advance"] = """{ "by": "PT24H" }""",
        ["sandbox-sessions-{sessionId}-notes"] = """{ "text": "Prefers to be called in the evening.", "by": "asha" }""",
        ["sandbox-workspace"] = """{ "careWindow": true }""",
    };

    /// <summary>Values of path parameters that exist in a fresh workspace.</summary>
    public static IReadOnlyDictionary<string, string> PathValues { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["sessionId"] = "61f3810a02e14c0877fc1a32",
    };

    /// <summary>What the files of a route are called: <c>api/v1/message/send</c> is <c>message-send</c>.</summary>
    public static string StemOf(string path) => path.Replace("api/v1/", "", StringComparison.Ordinal).TrimStart('_').Replace('/', '-');

    public static IReadOnlyList<SampleRequest> Of(string stem) => InPlace.TryGetValue(stem, out var own)
        ? [new SampleRequest(Plainest, JsonNode.Parse(own)!)]
        : [.. Fixtures.RequestNames
            .Where(name => name == stem || name.StartsWith(stem + "-", StringComparison.Ordinal))
            .OrderBy(name => name.Length == stem.Length ? "" : name, StringComparer.Ordinal)
            .Select(name => new SampleRequest(name.Length == stem.Length ? Plainest : name[(stem.Length + 1)..], JsonNode.Parse(Fixtures.Request(name))!))];
}
