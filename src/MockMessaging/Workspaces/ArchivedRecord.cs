using System.Text.Json.Serialization;
using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>One record of an archived workspace.</summary>
internal sealed class ArchivedRecord
{
    public required DocumentKind Kind { get; init; }

    /// <summary>The record as JSON.</summary>
    [JsonConverter(typeof(RawJsonConverter))]
    public required byte[] Data { get; init; }
}
