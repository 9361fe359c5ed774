using System.Text.Json;
using System.Text.Json.Serialization;
using MockMessaging.Storage;

namespace MockMessaging.Workspaces;

/// <summary>Chooses how messages fare, a given number of times or for good.</summary>
internal sealed class OutcomeRule : Record
{
    public required string Id { get; init; }

    public required OutcomeMatch Match { get; init; }

    public required string Outcome { get; init; }

    /// <summary>The provider's reason, in place of the outcome's own.</summary>
    public ReportError? Error { get; init; }

    public StatusDelays Delays { get; init; }

    /// <summary>How often it counts; none for always.</summary>
    public int? Times { get; init; }

    public int Used { get; set; }

    [JsonIgnore]
    public bool IsUsedUp => Times is { } times && Used >= times;

    [JsonIgnore]
    public override DocumentKind Kind => DocumentKind.OutcomeRule;

    public override byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, StoredJson.Default.OutcomeRule);
}
