namespace MockMessaging.Control;

/// <summary>A text with placeholders.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">The same for all languages of the template.</param>
/// <param name="Name">For people.</param>
/// <param name="Lang">Language, such as <c>en</c>.</param>
/// <param name="Category">Category as the business calls it.</param>
/// <param name="Header">Line above the text.</param>
/// <param name="Body">The text, with placeholders such as <c>{{data.orderId}}</c>.</param>
/// <param name="Footer">Line below the text.</param>
/// <param name="Buttons">What the customer can press.</param>
/// <param name="Approved">What the provider says of it, for each channel.</param>
public sealed record TemplateView(
    string Id,
    string? Code,
    string? Name,
    string? Lang,
    string? Category,
    string? Header,
    string? Body,
    string? Footer,
    IReadOnlyList<ContentButton> Buttons,
    IReadOnlyList<TemplateApprovalView> Approved) : ControlRecord;

/// <summary>What the provider of a channel says of a template.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="Status">APPROVED, PENDING, REJECTED, PAUSED or DELETED.</param>
/// <param name="Reason">Why it is not approved, if that was given.</param>
/// <param name="ApproveAt">When it becomes approved by itself, by the workspace's clock.</param>
public sealed record TemplateApprovalView(string? ChannelId, string? Status, string? Reason, DateTimeOffset? ApproveAt) : ControlRecord;

/// <summary>The templates of a workspace.</summary>
/// <param name="Templates">One page of them.</param>
/// <param name="Next">Send it as `after` (or as `before` with `order=newest`) to get the next page; absent on the last page.</param>
public sealed record TemplateList(IReadOnlyList<TemplateView> Templates, string? Next) : ControlRecord;
