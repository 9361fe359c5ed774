using System.Text.Json.Nodes;
using MockMessaging.Contract;

namespace MockMessaging.Control;

/// <summary>A text with placeholders.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">The same for all languages of the template.</param>
/// <param name="Name">For people.</param>
/// <param name="Lang">Language, such as <c>en</c>.</param>
/// <param name="Title">Short text about it.</param>
/// <param name="Desc">Longer text about it.</param>
/// <param name="Category">Category as the business calls it.</param>
/// <param name="CategoryType">The provider's category.</param>
/// <param name="FormatType">Format of its header, in the vendor's word.</param>
/// <param name="ContactType">How contacts are reached, in the vendor's word; absent for all.</param>
/// <param name="Header">Line above the text.</param>
/// <param name="Body">The text, with placeholders such as <c>{{data.orderId}}</c>.</param>
/// <param name="Footer">Line below the text.</param>
/// <param name="Options">Its buttons: what the customer can press.</param>
/// <param name="Attachments">Files that are sent with it.</param>
/// <param name="Meta">More about it, as it was set.</param>
/// <param name="Model">Sample values of the placeholders.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="CreatedStamp">When it was made, in milliseconds since 1970.</param>
/// <param name="Approved">What the provider says of it, for each channel.</param>
public sealed record TemplateView(
    string Id,
    string? Code,
    string? Name,
    string? Lang,
    string? Title,
    string? Desc,
    string? Category,
    string? CategoryType,
    string? FormatType,
    string? ContactType,
    string? Header,
    string? Body,
    string? Footer,
    JsonObject? Options,
    IReadOnlyList<Attachment>? Attachments,
    JsonObject? Meta,
    JsonObject? Model,
    string? CreatedBy,
    long? CreatedStamp,
    IReadOnlyList<TemplateApproval> Approved) : ControlRecord;

/// <summary>What the provider of a channel says of a template.</summary>
public sealed record TemplateApproval : ControlRecord
{
    /// <summary>The channel.</summary>
    /// <example>wa360:918828218374</example>
    public string? ChannelId { get; set; }

    /// <summary>APPROVED, PENDING, REJECTED, PAUSED or DELETED.</summary>
    /// <example>APPROVED</example>
    public string? Status { get; set; }

    /// <summary>The provider's id of the template.</summary>
    public string? TemplateId { get; set; }

    /// <summary>Why it is not approved, if that was given.</summary>
    public string? Reason { get; set; }

    /// <summary>When it becomes approved by itself, by the workspace's clock.</summary>
    public DateTimeOffset? ApproveAt { get; set; }
}

/// <summary>The templates of a workspace.</summary>
/// <param name="Templates">One page of them.</param>
/// <param name="Next">Send it as `after` (or as `before` with `order=newest`) to get the next page; absent on the last page.</param>
public sealed record TemplateList(IReadOnlyList<TemplateView> Templates, string? Next) : ControlRecord;
