using System.Text;
using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.Http;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>A template to set, as the messaging API lists it, and the status of its approval.</summary>
public sealed record TemplateRequest : HSMTemplateDoc
{
    /// <summary>pending, approved, rejected, paused or deleted: for the approval rows that have no status. Default approved.</summary>
    /// <example>pending</example>
    public string? Status { get; set; }

    /// <summary>Why it is not approved, at most 1,000 characters; for people, and in the log of a message that is refused.</summary>
    public string? Reason { get; set; }

    /// <summary>After this time by the workspace's clock it becomes approved: an ISO 8601 duration, above PT0S and at most P365D. Only for pending.</summary>
    /// <example>PT24H</example>
    public string? ApproveAfter { get; set; }

    internal ConfigurationItem ToItem(string id, WorkspaceState state, long now)
    {
        if (Id is not null && Id != id)
        {
            throw ErrorCatalog.Impossible("id", $"id: '{JsonPlace.Cut(Id)}' is not the id in the path; leave it out.");
        }

        if (Body is not null && Template is not null && Body != Template)
        {
            throw ErrorCatalog.Impossible("template", "template: it differs from body, and both are the text; give one of them.");
        }

        Choice.Ensure(ContactType, WireNames.All<ContactType>(), "contactType", ErrorCatalog.Impossible);
        var approval = TemplateStatus.Of(Status, Reason, ApproveAfter, now);
        var rows = Rows(state, approval);
        return new ConfigurationItem
        {
            Section = ConfigurationPart.Template,
            Id = id,
            Template = new HSMTemplateDoc
            {
                Id = id,
                Name = Name ?? id,
                Code = Code,
                Lang = Lang ?? "en",
                Title = Title ?? Desc,
                Desc = Desc ?? Title,
                Category = Category,
                CategoryType = CategoryType,
                FormatType = FormatType,
                ContactType = ContactType?.ToUpperInvariant(),
                Header = Header,
                Body = Body ?? Template,
                Template = Template ?? Body,
                Footer = Footer,
                Options = Checked(Options),
                Attachments = Attachments,
                Meta = Meta,
                Model = Model,
                CreatedBy = CreatedBy,
                CreatedStamp = CreatedStamp ?? state.Configuration.FindTemplate(id)?.CreatedStamp ?? now,
                Approved = rows,
            },
            Notes = approval.Notes((Approved?.Where(row => row.Status is null) ?? rows).Select(row => row.ChannelId).OfType<string>()),
        };
    }

    private IReadOnlyList<ApprovedChannels> Rows(WorkspaceState state, TemplateStatus approval)
    {
        if (Approved is null)
        {
            return approval.Rows(TemplateStatus.ChannelsOf(ContactType, state));
        }

        for (var row = 0; row < Approved.Count; row++)
        {
            TemplateStatus.EnsureKnown(Approved[row].ChannelId, state, $"approved[{row}].channelId");
            Choice.Ensure(Approved[row].Status, ConfigurationRules.Statuses, $"approved[{row}].status", ErrorCatalog.Impossible);
        }

        return [.. Approved.Select(row => new ApprovedChannels { ChannelId = row.ChannelId, TemplateId = row.TemplateId, Status = row.Status?.ToUpperInvariant() ?? approval.Status })];
    }

    /// <summary>Options are free JSON in the vendor's document, and yet a misspelt button would never be seen.</summary>
    private static JsonObject? Checked(JsonObject? options)
    {
        if (options is null)
        {
            return null;
        }

        var utf8 = Encoding.UTF8.GetBytes(options.ToJsonString());
        return UnknownProperties.In(utf8, ControlJsonOptions.Request.TypeInfo<CommonMsgOptions>()) is [var odd, ..] ? throw ErrorCatalog.Impossible($"options.{odd.Field}", $"options: {odd.Sentence}") : options;
    }
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

    internal ConfigurationItem ToItem(HSMTemplateDoc template, WorkspaceState state, long now)
    {
        if (Status is null)
        {
            throw ErrorCatalog.Impossible("status", $"status is missing; use one of {string.Join(", ", TemplateStatus.Words)}.");
        }

        var approval = TemplateStatus.Of(Status, Reason, ApproveAfter, now);
        TemplateStatus.EnsureKnown(ChannelId, state, "channelId");
        var rows = template.Approved ?? [];
        string[] channels = ChannelId is not null ? [ChannelId] : rows.Count > 0 ? [.. rows.Select(row => row.ChannelId).OfType<string>()] : [.. TemplateStatus.ChannelsOf(template.ContactType, state)];
        return Templates.TemplateApprovals.With(
            new ConfigurationItem
            {
                Section = ConfigurationPart.Template,
                Id = template.Id!,
                Template = template,
                Notes = state.Configuration.ItemOf(ConfigurationPart.Template, template.Id!)?.Notes,
            },
            approval.Rows(channels, rows),
            approval.Notes(channels));
    }
}

/// <summary>A status of approvals that a request asks for.</summary>
internal sealed record TemplateStatus(string Status, string? Reason, long? ApproveAt)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    public static IReadOnlyList<string> Words { get; } = [.. ConfigurationRules.Statuses.Select(status => status.ToLowerInvariant())];

    /// <exception cref="ApiException">It is none of the words, or the rest does not go with it.</exception>
    public static TemplateStatus Of(string? status, string? reason, string? approveAfter, long now)
    {
        Choice.Ensure(status, Words, "status", ErrorCatalog.Impossible);
        var after = Spans.MillisecondsOf(approveAfter, "approveAfter", Longest);
        var word = status?.ToUpperInvariant() ?? (after is null ? Templates.TemplateApprovals.Approved : Templates.TemplateApprovals.Pending);
        if (after is not null && word != Templates.TemplateApprovals.Pending)
        {
            throw ErrorCatalog.Impossible("approveAfter", $"approveAfter: only a pending template becomes approved, and status is {word.ToLowerInvariant()}; leave out one of them.");
        }

        if (after is 0)
        {
            throw ErrorCatalog.Impossible("approveAfter", "approveAfter: it is PT0S; give a longer time, or the status approved.");
        }

        return reason is null || word != Templates.TemplateApprovals.Approved
            ? new TemplateStatus(word, reason, after is { } span ? now + span : null)
            : throw ErrorCatalog.Impossible("reason", "reason: an approved template has none; leave it out, or give another status.");
    }

    public static IEnumerable<string> ChannelsOf(string? contactType, WorkspaceState state) =>
        state.Channels.Where(channel => contactType is null || string.Equals(WireNames.Of(channel.ContactType), contactType, StringComparison.OrdinalIgnoreCase)).Select(channel => channel.ChannelId);

    public static void EnsureKnown(string? channelId, WorkspaceState state, string field)
    {
        if (channelId is not null && state.FindChannel(channelId) is null)
        {
            throw ErrorCatalog.Impossible(
                field, $"{field}: '{JsonPlace.Cut(channelId)}' does not exist{Choice.DidYouMean(channelId, state.Channels.Select(channel => channel.ChannelId))}; GET /_sandbox/channels lists them.");
        }
    }

    public IReadOnlyList<ApprovedChannels> Rows(IEnumerable<string> channels, IReadOnlyList<ApprovedChannels>? known = null) =>
        [.. channels.Select(id => new ApprovedChannels { ChannelId = id, Status = Status, TemplateId = known?.FirstOrDefault(row => row.ChannelId == id)?.TemplateId })];

    public IReadOnlyList<ApprovalNote> Notes(IEnumerable<string> channels) =>
        Reason is null && ApproveAt is null ? [] : [.. channels.Select(id => new ApprovalNote(id, Reason, ApproveAt))];
}
