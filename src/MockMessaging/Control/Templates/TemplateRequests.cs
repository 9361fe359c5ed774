using System.Text;
using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.Http;
using MockMessaging.State;

namespace MockMessaging.Control;

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

    /// <param name="contactType">That of the template; null for all.</param>
    /// <exception cref="ApiException">The workspace has no such channel, or it is of another contact type.</exception>
    public static void EnsureKnown(string? channelId, string? contactType, WorkspaceState state, string field)
    {
        if (channelId is null)
        {
            return;
        }

        if (state.FindChannel(channelId) is not { } channel)
        {
            throw ErrorCatalog.Impossible(
                field, $"{field}: '{JsonPlace.Cut(channelId)}' does not exist{Choice.DidYouMean(channelId, state.Channels.Select(channel => channel.ChannelId))}; GET /_sandbox/channels lists them.");
        }

        if (contactType is not null && !string.Equals(WireNames.Of(channel.ContactType), contactType, StringComparison.OrdinalIgnoreCase))
        {
            throw ErrorCatalog.Impossible(
                field, $"{field}: '{channelId}' is a channel for {WireNames.Of(channel.ContactType)}, and the template is for {contactType.ToUpperInvariant()}; use a channel of that contact type.");
        }
    }

    public IReadOnlyList<ApprovedChannels> Rows(IEnumerable<string> channels, IReadOnlyList<ApprovedChannels>? known = null) =>
        [.. channels.Select(id => new ApprovedChannels { ChannelId = id, Status = Status, TemplateId = known?.FirstOrDefault(row => row.ChannelId == id)?.TemplateId })];

    public IReadOnlyList<ApprovalNote> Notes(IEnumerable<string> channels) =>
        Reason is null && ApproveAt is null ? [] : [.. channels.Select(id => new ApprovalNote(id, Reason, ApproveAt))];
}

internal static class TemplateRequests
{
    extension(TemplateRequest request)
    {
        public ConfigurationItem ToItem(string id, WorkspaceState state, long now)
        {
            if (request.Id is not null && request.Id != id)
            {
                throw ErrorCatalog.Impossible("id", $"id: '{JsonPlace.Cut(request.Id)}' is not the id in the path; leave it out.");
            }

            if (request.Body is not null && request.Template is not null && request.Body != request.Template)
            {
                throw ErrorCatalog.Impossible("template", "template: it differs from body, and both are the text; give one of them.");
            }

            Choice.Ensure(request.ContactType, WireNames.All<ContactType>(), "contactType", ErrorCatalog.Impossible);
            var approval = TemplateStatus.Of(request.Status, request.Reason, request.ApproveAfter, now);
            var rows = request.Rows(state, approval);
            return new ConfigurationItem
            {
                Section = ConfigurationPart.Template,
                Id = id,
                Template = new HSMTemplateDoc
                {
                    Id = id,
                    Name = request.Name ?? id,
                    Code = request.Code,
                    Lang = request.Lang ?? "en",
                    Title = request.Title ?? request.Desc,
                    Desc = request.Desc ?? request.Title,
                    Category = request.Category,
                    CategoryType = request.CategoryType,
                    FormatType = request.FormatType,
                    ContactType = request.ContactType?.ToUpperInvariant(),
                    Header = request.Header,
                    Body = request.Body ?? request.Template,
                    Template = request.Template ?? request.Body,
                    Footer = request.Footer,
                    Options = Checked(request.Options),
                    Attachments = request.Attachments,
                    Meta = request.Meta,
                    Model = request.Model,
                    CreatedBy = request.CreatedBy,
                    CreatedStamp = request.CreatedStamp ?? state.Configuration.FindTemplate(id)?.CreatedStamp ?? now,
                    Approved = rows,
                },
                Notes = request.Approved is { } given ? [.. given.SelectMany(row => NotesOf(row, approval))] : approval.Notes(rows.Select(row => row.ChannelId!)),
            };
        }

        private IReadOnlyList<ApprovedChannels> Rows(WorkspaceState state, TemplateStatus approval)
        {
            if (request.Approved is null)
            {
                return approval.Rows(TemplateStatus.ChannelsOf(request.ContactType, state));
            }

            for (var row = 0; row < request.Approved.Count; row++)
            {
                TemplateStatus.EnsureKnown(request.Approved[row].ChannelId, request.ContactType, state, $"approved[{row}].channelId");
                Choice.Ensure(request.Approved[row].Status, ConfigurationRules.Statuses, $"approved[{row}].status", ErrorCatalog.Impossible);
                Check(request.Approved[row], approval, $"approved[{row}]");
            }

            return [.. request.Approved.Select(row => new ApprovedChannels { ChannelId = row.ChannelId, TemplateId = row.TemplateId, Status = row.Status?.ToUpperInvariant() ?? approval.Status })];
        }
    }

    private static void Check(TemplateApproval row, TemplateStatus approval, string at)
    {
        var status = row.Status?.ToUpperInvariant() ?? approval.Status;
        if (row.Reason is not null && status == Templates.TemplateApprovals.Approved)
        {
            throw ErrorCatalog.Impossible($"{at}.reason", $"{at}.reason: an approved template has none; leave it out, or give another status.");
        }

        if (row.ApproveAt is not null && status != Templates.TemplateApprovals.Pending)
        {
            throw ErrorCatalog.Impossible($"{at}.approveAt", $"{at}.approveAt: only a pending template becomes approved; leave it out, or give the status PENDING.");
        }
    }

    /// <summary>What a row says itself, else what the request says for rows without a status.</summary>
    private static IEnumerable<ApprovalNote> NotesOf(TemplateApproval row, TemplateStatus approval) =>
        row.ChannelId is not { } channel ? []
        : row.Reason is not null || row.ApproveAt is not null ? [new ApprovalNote(channel, row.Reason, row.ApproveAt?.ToUnixTimeMilliseconds())]
        : row.Status is null ? approval.Notes([channel])
        : [];

    /// <summary>Options are free JSON in the vendor's document, and yet a misspelt button would never be seen.</summary>
    private static JsonObject? Checked(JsonObject? options)
    {
        if (options is null)
        {
            return null;
        }

        var utf8 = Encoding.UTF8.GetBytes(options.ToJsonString());
        var shape = ControlJsonOptions.Request.TypeInfo<CommonMsgOptions>();
        return UnknownProperties.In(utf8, shape).Concat(NullItems.In(utf8, shape)).FirstOrDefault() is { } odd ? throw ErrorCatalog.Impossible($"options.{odd.Field}", $"options: {odd.Refusal}") : options;
    }
}

internal static class TemplateStatusRequests
{
    extension(TemplateStatusRequest request)
    {
        public ConfigurationItem ToItem(HSMTemplateDoc template, WorkspaceState state, long now)
        {
            if (request.Status is null)
            {
                throw ErrorCatalog.Impossible("status", $"status is missing; use one of {string.Join(", ", TemplateStatus.Words)}.");
            }

            var approval = TemplateStatus.Of(request.Status, request.Reason, request.ApproveAfter, now);
            TemplateStatus.EnsureKnown(request.ChannelId, template.ContactType, state, "channelId");
            var rows = template.Approved ?? [];
            string[] channels = request.ChannelId is not null ? [request.ChannelId] : rows.Count > 0 ? [.. rows.Select(row => row.ChannelId).OfType<string>()] : [.. TemplateStatus.ChannelsOf(template.ContactType, state)];
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
}
