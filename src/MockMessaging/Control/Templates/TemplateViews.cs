using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Control;

internal static class TemplateViews
{
    extension(TemplateView)
    {
        public static TemplateView Of(WorkspaceState state, HSMTemplateDoc template) => new(
            template.Id!,
            template.Code,
            template.Name,
            template.Lang,
            template.Title,
            template.Desc,
            template.Category,
            template.CategoryType,
            template.FormatType,
            template.ContactType,
            template.Header,
            template.Template ?? template.Body,
            template.Footer,
            Copy(template.Options),
            template.Attachments,
            Copy(template.Meta),
            Copy(template.Model),
            template.CreatedBy,
            template.CreatedStamp,
            [.. (template.Approved ?? []).Select(row =>
            {
                var note = row.ChannelId is null ? null : state.Configuration.NoteOf(template.Id!, row.ChannelId);
                return new TemplateApproval { ChannelId = row.ChannelId, Status = row.Status, TemplateId = row.TemplateId, Reason = note?.Reason, ApproveAt = Instants.Of(note?.ApproveAt) };
            })]);
    }

    /// <summary>The response is written when the workspace may have gone on.</summary>
    private static JsonObject? Copy(JsonObject? json) => json?.DeepClone().AsObject();
}
