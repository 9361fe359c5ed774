using MockMessaging.Storage;

namespace MockMessaging.Cluster.Postgres;

/// <summary>The part of one workspace in a commit.</summary>
/// <param name="Removal">Generation of which some records are removed; null for none.</param>
/// <param name="BecomesKept">It stores something for the first time, so that another replica opens it if this one dies.</param>
internal sealed record WorkspaceCommit(PostgresWorkspaceStore Store, CommitBatch Batch, int? Removal, bool BecomesKept);

/// <summary>How a workspace is given back.</summary>
/// <param name="WakeAt">When a replica must open it without being asked; null for never.</param>
/// <param name="KeepsWakeAt">As it is in the database, whatever <paramref name="WakeAt"/> says.</param>
internal sealed record Release(PostgresWorkspaceStore Store, DateTimeOffset? WakeAt, bool KeepsWakeAt);
