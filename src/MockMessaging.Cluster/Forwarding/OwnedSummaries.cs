using System.Text.Json;
using System.Text.Json.Serialization;
using MockMessaging.Control;

namespace MockMessaging.Cluster.Forwarding;

/// <summary>What a replica says of the keys that it owns and whose workspaces it has opened.</summary>
/// <param name="Kept">Workspaces in which something was changed.</param>
/// <param name="Unchanged">Keys of the others.</param>
internal sealed record OwnedSummaries(IReadOnlyList<WorkspaceSummary> Kept, IReadOnlyList<string> Unchanged)
{
    /// <summary>By key; null for a workspace in which nothing was changed.</summary>
    public Dictionary<string, WorkspaceSummary?> ByKey() =>
        Unchanged.Select(static key => KeyValuePair.Create(key, (WorkspaceSummary?)null)).Concat(Kept.Select(static kept => KeyValuePair.Create(kept.Key, (WorkspaceSummary?)kept))).ToDictionary();
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(OwnedSummaries))]
internal sealed partial class InnerJson : JsonSerializerContext;
