using System.Text.Json.Serialization;
using MockMessaging.Seeding;

namespace MockMessaging.State;

/// <summary>Something made to go wrong on purpose.</summary>
internal sealed class Fault : Record
{
    private const long MaxRoll = 0x7FFF_FFFF;

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required FaultTarget Target { get; init; }

    public required FaultTrigger Trigger { get; init; }

    public required FaultEffect Effect { get; init; }

    /// <summary>When it ends by itself, in milliseconds since the epoch of the workspace's clock.</summary>
    public long? UntilMs { get; init; }

    /// <summary>True while it hits nothing and counts nothing.</summary>
    [JsonPropertyName("paused")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsPaused { get; set; }

    /// <summary>How many times it could have hit.</summary>
    public int Seen { get; set; }

    public int Struck { get; set; }

    public bool IsSpent(long nowMs) => nowMs >= UntilMs || Struck >= Trigger.Next;

    /// <summary>Counts one more occasion. True if the fault hits.</summary>
    public bool CountAndDecide(long seed)
    {
        Seen++;
        var strikes = Trigger switch
        {
            { Every: { } every } => Seen % every == 0,
            { Probability: { } probability } => (WorkspaceSeed.Derive(seed, Name, Seen) & MaxRoll) / (double)MaxRoll < probability,
            _ => true,
        };
        Struck += strikes ? 1 : 0;
        return strikes;
    }
}

/// <summary>When a fault hits: the next N times, every Nth time, at random with a fixed seed, or always.</summary>
internal sealed record FaultTrigger(int? Next = null, int? Every = null, double? Probability = null, bool Always = false);

/// <summary>What a fault hits: requests of the API, downloads of media, or pushes. What is not given matches all.</summary>
internal sealed record FaultTarget(
    bool Pushes, string? Method = null, string? Path = null, PushType? Type = null, string? Subject = null, string? ContactId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Media = false)
{
    public bool Fits(string method, string path) => !Pushes && Media == MediaPath.IsDownload(path) && RequestPattern.FitsMethod(Method, method) && RequestPattern.FitsPath(Path, path);

    public bool Fits(PushType type, string? subject, string contactId) =>
        Pushes
        && (Type is null || Type == type)
        && (Subject is null || subject is null || string.Equals(Subject, subject, StringComparison.OrdinalIgnoreCase))
        && (ContactId is null || ContactId == contactId);
}

/// <summary>Compares a request with a method and a path, as routing compares them. A * at the end of the path stands for anything.</summary>
internal static class RequestPattern
{
    private const string Base = "/xms";

    public static bool FitsMethod(string? pattern, string method) => pattern is null || string.Equals(pattern, method, StringComparison.OrdinalIgnoreCase);

    public static bool FitsPath(string? pattern, string path)
    {
        if (pattern is null)
        {
            return true;
        }

        var wanted = WithoutBase(pattern.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(pattern) : pattern);
        return wanted is [.. var start, '*']
            ? path.AsSpan().StartsWith(start, StringComparison.OrdinalIgnoreCase)
            : WithoutSlash(wanted).Equals(WithoutSlash(path), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Production serves the same routes under one more segment.</summary>
    private static ReadOnlySpan<char> WithoutBase(ReadOnlySpan<char> path) =>
        path.StartsWith(Base, StringComparison.OrdinalIgnoreCase) && path[Base.Length..] is ['/', ..] rest ? rest : path;

    private static ReadOnlySpan<char> WithoutSlash(ReadOnlySpan<char> path) => path is [_, .., '/'] ? path[..^1] : path;
}
