using System.ComponentModel.DataAnnotations;
using MockMessaging.Time;

namespace MockMessaging.Limits;

/// <summary>How much the server and each workspace hold. Section <c>Limits</c>.</summary>
public sealed class WorkspaceLimits : IValidatableObject
{
    private static readonly TimeSpan ShortestIdle = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestIdle = TimeSpan.FromDays(3_650);

    /// <summary>Largest request body in bytes; a larger one gets 413. Default 262,144 (256 KiB), 1,024 to 3,000,000.</summary>
    [Range(1_024, 3_000_000)]
    public int MaxBodyBytes { get; set; } = 262_144;

    /// <summary>
    /// How many workspaces the server keeps; the first change under one more key gets 503. A workspace counts from its first change until
    /// <c>DELETE /_sandbox/workspaces/current</c>. Default 10,000, 1 to 1,000,000.
    /// </summary>
    [Range(1, 1_000_000)]
    public int MaxWorkspaces { get; set; } = 10_000;

    /// <summary>
    /// A workspace that is not used for this long is forgotten with its snapshots: an ISO 8601 duration such as <c>P30D</c>, in the machine's time. An open
    /// stream or wait is a use, a restart too. If something is still due by a running clock, or a push is under way, that happens first.
    /// Default: none, <c>PT1M</c> to <c>P3650D</c>.
    /// </summary>
    public string? IdleWorkspaces { get; set; }

    /// <summary>How many connections may be open at once; a further one is closed at once, without a response. Default 10,000, 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int MaxConnections { get; set; } = 10_000;

    /// <summary>
    /// Memory of all workspaces together, in megabytes. Beyond it only GET and DELETE are answered; everything else gets 503.
    /// Default: four fifths of what the machine or container lets the process use, 16 to 1,000,000.
    /// </summary>
    [Range(16, 1_000_000)]
    public int? MaxMemoryMegabytes { get; set; }

    /// <summary>
    /// Messages of a workspace, in both directions. One more gets 503; an answer of a simulated customer is left out, and message and events say so.
    /// Default 2,000,000, 1 to 100,000,000.
    /// </summary>
    [Range(1, 100_000_000)]
    public int MaxMessages { get; set; } = 2_000_000;

    /// <summary>Contacts of a workspace. A message to or from one more gets 503. Default 1,000,000, 1 to 100,000,000.</summary>
    [Range(1, 100_000_000)]
    public int MaxContacts { get; set; } = 1_000_000;

    /// <summary>
    /// Lines of transcripts that are not messages, customer data objects, and customer events of a workspace: so many of each. One more gets 503.
    /// Default 1,000,000, 1 to 100,000,000.
    /// </summary>
    [Range(1, 100_000_000)]
    public int MaxRecords { get; set; } = 1_000_000;

    /// <summary>Statuses of a message outside its plan: forced ones, and reports on its push. One more forced status gets 503. Default 1,000, 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int StatusesKept { get; set; } = 1_000;

    /// <summary>Pushes of a workspace that can be looked up; older ones are counted and forgotten. Default 2,000, 10 to 1,000,000.</summary>
    [Range(10, 1_000_000)]
    public int PushesKept { get; set; } = 2_000;

    /// <summary>Events of a workspace that a client can still read after it reconnects to <c>/_sandbox/events</c>. Default 1,000, 10 to 1,000,000.</summary>
    [Range(10, 1_000_000)]
    public int EventsKept { get; set; } = 1_000;

    /// <summary>Outcome rules, faults, groups of customers who write by themselves, and channels, templates, client apps and variables that a workspace set or removed: so many of each. One more gets 409. Default 1,000, 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int RulesKept { get; set; } = 1_000;

    /// <summary>Requests of a workspace that can be looked up in the journal. Default 1,000, 10 to 1,000,000.</summary>
    [Range(10, 1_000_000)]
    public int RequestsKept { get; set; } = 1_000;

    /// <summary>Bytes of bodies, headers, paths, queries, trace ids and responses (up to 4 KB each) in the journal of a workspace. Default 4,194,304 (4 MiB), 1,024 to 1,000,000,000.</summary>
    [Range(1_024, 1_000_000_000)]
    public int RequestBytesKept { get; set; } = 4_194_304;

    /// <summary>Snapshots of a workspace. One more gets 409. Default 20, 1 to 1,000.</summary>
    [Range(1, 1_000)]
    public int Snapshots { get; set; } = 20;

    /// <summary>Bytes of all snapshots of a workspace together. One that needs more gets 409. Default 268,435,456 (256 MiB), 1,024 to 1,000,000,000.</summary>
    [Range(1_024, 1_000_000_000)]
    public int SnapshotBytes { get; set; } = 268_435_456;

    /// <summary>Bytes of a media file that is uploaded; a larger one gets 413. Default 5,242,880 (5 MiB), 1,024 to 10,000,000.</summary>
    [Range(1_024, 10_000_000)]
    public int MaxMediaBytes { get; set; } = 5_242_880;

    /// <summary>Uploaded media files of a workspace. One more gets 409. Default 200, 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int MediaFiles { get; set; } = 200;

    /// <summary>Bytes of all uploaded media files of a workspace together. A file that needs more gets 409. Default 67,108,864 (64 MiB), 1,024 to 1,000,000,000.</summary>
    [Range(1_024, 1_000_000_000)]
    public int MediaBytes { get; set; } = 67_108_864;

    /// <summary>Calls of the two callback routes that can be looked up, per workspace. Default 1,000, 10 to 1,000,000.</summary>
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
