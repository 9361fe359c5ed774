namespace MockMessaging.Control;

/// <summary>The workspaces of the server in the order in which they were first changed, oldest first by default.</summary>
/// <param name="Workspaces">One page of them.</param>
/// <param name="Next">Send it as `after` (or as `before` with `order=newest`) to get the next page; absent on the last page.</param>
public sealed record WorkspaceList(IReadOnlyList<WorkspaceSummary> Workspaces, string? Next) : ControlRecord;

/// <summary>A workspace in the list.</summary>
/// <param name="Key">Its key; only the first and last letters of it if <c>masked</c> is true.</param>
/// <param name="Masked">True if the server accepts only certain keys, so that they are not shown.</param>
/// <param name="LastUsedAt">When a request for it last ended since the server started, by the machine's clock; now while one is open, as an event stream is.</param>
/// <param name="Contacts">Number of contacts. All counts are absent if the workspace can only be reset.</param>
/// <param name="Sessions">Number of sessions.</param>
/// <param name="Messages">Number of messages in both directions.</param>
/// <param name="Pushes">Number of pushes that are remembered.</param>
/// <param name="Current">True for the workspace of this request.</param>
public sealed record WorkspaceSummary(string Key, bool Masked, DateTimeOffset LastUsedAt, int? Contacts, int? Sessions, int? Messages, int? Pushes, bool Current) : ControlRecord;

/// <summary>A workspace to copy.</summary>
internal sealed class ForkRequest
{
    /// <summary>Key of the workspace to copy. Default: the key of this request.</summary>
    public string? From { get; set; }

    /// <summary>Key of the copy, not used so far. Default: a new random key.</summary>
    public string? Key { get; set; }
}

/// <summary>The copy of a workspace.</summary>
/// <param name="Key">Key of the copy: send it as x-api-key.</param>
/// <param name="Workspace">Content of the copy.</param>
internal sealed record ForkView(string Key, WorkspaceView Workspace) : ControlRecord;
