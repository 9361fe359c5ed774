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
            template.Category,
            template.Header,
            template.Template ?? template.Body,
            template.Footer,
            MessageContents.Buttons(template.Options),
            [.. (template.Approved ?? []).Select(row =>
            {
                var note = row.ChannelId is null ? null : state.Configuration.NoteOf(template.Id!, row.ChannelId);
                return new TemplateApprovalView(row.ChannelId, row.Status, note?.Reason, Instants.Of(note?.ApproveAt));
            })]);
    }
}
