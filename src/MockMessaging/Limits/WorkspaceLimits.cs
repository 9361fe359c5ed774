using System.ComponentModel.DataAnnotations;
using MockMessaging.Time;

namespace MockMessaging.Limits;

/// <summary>How much a workspace holds. Section <c>Limits</c>.</summary>
public sealed class WorkspaceLimits : IValidatableObject
{
    private static readonly TimeSpan ShortestIdle = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestIdle = TimeSpan.FromDays(3_650);

    /// <summary>Largest request body, in bytes. Default 262,144 (256 KiB), 1,024 to 3,000,000. A larger one is answered with 413.</summary>
    [Range(1_024, 3_000_000)]
    public int MaxBodyBytes { get; set; } = 262_144;

    /// <summary>
    /// Workspaces a server holds. Default 10,000, 1 to 1,000,000. A workspace counts from its first change on, and until it is forgotten with
    /// <c>DELETE /_sandbox/workspaces/current</c>; the first change of one more key is answered with 503.
    /// </summary>
    [Range(1, 1_000_000)]
    public int MaxWorkspaces { get; set; } = 10_000;

    /// <summary>
    /// How long nobody uses a workspace until it is forgotten with its snapshots, an ISO 8601 span in the machine's time such as <c>P30D</c>,
    /// PT1M to P3650D. One with a stream or a wait open is in use; one in which something is still due by a running clock, or a push is under
    /// way, waits for that. A restart counts as a use. Default: none, which keeps workspaces until somebody forgets them.
    /// </summary>
    public string? IdleWorkspaces { get; set; }

    /// <summary>Connections open at once. Default 10,000, 1 to 1,000,000. A further one is closed at once, without a response.</summary>
    [Range(1, 1_000_000)]
    public int MaxConnections { get; set; } = 10_000;

    /// <summary>
    /// What all workspaces together may take of memory, in megabytes, 16 to 1,000,000. Beyond it only GET and DELETE are answered, all else
    /// with 503. Default: none given, which means four fifths of what the machine or the container lets the process use.
    /// </summary>
    [Range(16, 1_000_000)]
    public int? MaxMemoryMegabytes { get; set; }

    /// <summary>Messages a workspace holds, both ways. Default 2,000,000, 1 to 100,000,000. One more is answered with 503.</summary>
    [Range(1, 100_000_000)]
    public int MaxMessages { get; set; } = 2_000_000;

    /// <summary>Contacts a workspace holds. Default 1,000,000, 1 to 100,000,000. A message to or from one more is answered with 503.</summary>
    [Range(1, 100_000_000)]
    public int MaxContacts { get; set; } = 1_000_000;

    /// <summary>
    /// Lines of transcripts beside the messages, customer data objects and customer events a workspace holds, each. Default 1,000,000,
    /// 1 to 100,000,000. One more is answered with 503.
    /// </summary>
    [Range(1, 100_000_000)]
    public int MaxRecords { get; set; } = 1_000_000;

    /// <summary>Statuses a message takes beside those of its plan: forced ones, and reports on its push. Default 1,000, 1 to 100,000. One more forced one is answered with 503.</summary>
    [Range(1, 100_000)]
    public int StatusesKept { get; set; } = 1_000;

    /// <summary>Pushes whose attempts can be looked up, per workspace; older ones are counted and forgotten. Default 2,000, 10 to 1,000,000.</summary>
    [Range(10, 1_000_000)]
    public int PushesKept { get; set; } = 2_000;

    /// <summary>Happenings the live feed remembers for whoever comes back to it, per workspace. Default 1,000, 10 to 1,000,000.</summary>
    [Range(10, 1_000_000)]
    public int EventsKept { get; set; } = 1_000;

    /// <summary>Outcome rules, faults and groups of customers who write by themselves a workspace holds, each. Default 1,000, 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int RulesKept { get; set; } = 1_000;

    /// <summary>Calls of the API that can be looked up, per workspace. Default 1,000, 10 to 1,000,000.</summary>
    [Range(10, 1_000_000)]
    public int RequestsKept { get; set; } = 1_000;

    /// <summary>Bytes of request bodies, headers, paths, queries and trace ids that can be looked up, per workspace. Default 4,194,304 (4 MiB), 1,024 to 1,000,000,000.</summary>
    [Range(1_024, 1_000_000_000)]
    public int RequestBytesKept { get; set; } = 4_194_304;

    /// <summary>Snapshots a workspace holds. Default 20, 1 to 1,000.</summary>
    [Range(1, 1_000)]
    public int Snapshots { get; set; } = 20;

    /// <summary>Bytes that the snapshots of a workspace take together. Default 268,435,456 (256 MiB), 1,024 to 1,000,000,000. One that needs more is answered with 409.</summary>
    [Range(1_024, 1_000_000_000)]
    public int SnapshotBytes { get; set; } = 268_435_456;

    /// <summary>Calls on the two callback routes that can be looked up, per workspace. Default 1,000, 10 to 1,000,000.</summary>
    [Range(10, 1_000_000)]
    public int CallbacksKept { get; set; } = 1_000;

    /// <summary><see cref="IdleWorkspaces"/> as a span.</summary>
    internal TimeSpan? IdleSpan => string.IsNullOrEmpty(IdleWorkspaces) || !IsoSpan.TryParse(IdleWorkspaces, out var span) ? null : span;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(IdleWorkspaces) && !(IdleSpan >= ShortestIdle && IdleSpan <= LongestIdle))
        {
            yield return new ValidationResult($"'{IdleWorkspaces}' is no ISO 8601 span of PT1M to P3650D, such as P30D.", [nameof(IdleWorkspaces)]);
        }
    }
}
