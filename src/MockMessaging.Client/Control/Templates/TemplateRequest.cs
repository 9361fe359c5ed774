using MockMessaging.Contract;

namespace MockMessaging.Control;

/// <summary>A template to set, as the messaging API lists it, and the status of its approval.</summary>
public sealed record TemplateRequest : HSMTemplateDoc
{
    /// <summary>Approval per channel, as the list of templates shows it. Default: a row for each channel of the contact type.</summary>
    public new IReadOnlyList<TemplateApproval>? Approved { get; set; }

    /// <summary>pending, approved, rejected, paused or deleted: for the approval rows that have no status. Default approved.</summary>
    /// <example>pending</example>
    public string? Status { get; set; }

    /// <summary>Why it is not approved, at most 1,000 characters; for people, and in the log of a message that is refused.</summary>
    public string? Reason { get; set; }

    /// <summary>After this time by the workspace's clock it becomes approved: an ISO 8601 duration, above PT0S and at most P365D. Only for pending.</summary>
    /// <example>PT24H</example>
    public string? ApproveAfter { get; set; }
}

/// <summary>What the provider says of a template.</summary>
public sealed class TemplateStatusRequest
{
    /// <summary>pending, approved, rejected, paused or deleted.</summary>
    /// <example>rejected</example>
    public string? Status { get; set; }

    /// <summary>Why it is not approved, at most 1,000 characters; for people, and in the log of a message that is refused.</summary>
    /// <example>The category is wrong.</example>
    public string? Reason { get; set; }

    /// <summary>After this time by the workspace's clock it becomes approved: an ISO 8601 duration, above PT0S and at most P365D. Only for pending.</summary>
    public string? ApproveAfter { get; set; }

    /// <summary>Only on this channel. Default: on all channels that the template has an approval row for; without any, on all of its contact type.</summary>
    public string? ChannelId { get; set; }
}
