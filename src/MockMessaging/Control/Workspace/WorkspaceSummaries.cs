using MockMessaging.Workspaces;

namespace MockMessaging.Control;

internal static class WorkspaceSummaries
{
    extension(WorkspaceSummary)
    {
        public static WorkspaceSummary Of(Workspace workspace, bool masked, bool isCurrent)
        {
            var view = new WorkspaceSummary(masked ? workspace.Name : workspace.Key, masked, workspace.Uses.LastUsedAt, null, null, null, null, isCurrent);
            return workspace.SetAside is not null
                ? view
                : workspace.Read(state => view with
                {
                    Contacts = state.Contacts.Count,
                    Sessions = state.Sessions.Count,
                    Messages = state.Messages.Count,
                    Pushes = state.Pushes.Items.Count,
                });
        }
    }
}
