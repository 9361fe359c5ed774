using System.Text.Json.Serialization;
using MockMessaging.Control;

namespace MockMessaging.Page;

/// <summary>What a client that is no browser gets at <c>/</c>.</summary>
/// <param name="Name">MockMessaging.</param>
/// <param name="Version">Version of the server. The page reloads itself when it has changed.</param>
/// <param name="NeedsToken">True if the control plane needs a token (<c>Control:Token</c>).</param>
/// <param name="NeedsKey">True if only certain keys are accepted (<c>Auth:Keys</c>).</param>
/// <param name="Links">Where to go from here, as paths.</param>
internal sealed record PageLinks(string Name, string Version, bool NeedsToken, bool NeedsKey, IReadOnlyDictionary<string, string> Links)
{
    public static PageLinks Of(PathString pathBase, bool needsToken, bool needsKey) => new(nameof(MockMessaging), ProductVersion.Text, needsToken, needsKey, new Dictionary<string, string>
    {
        ["page"] = pathBase + "/",
        ["api"] = pathBase + "/api/v1",
        ["swagger"] = pathBase + "/swagger",
        ["control"] = pathBase + "/_sandbox/workspace",
        ["health"] = pathBase + "/healthz/ready",
    });
}

/// <summary>How the links are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PageLinks))]
internal sealed partial class PageJson : JsonSerializerContext;
