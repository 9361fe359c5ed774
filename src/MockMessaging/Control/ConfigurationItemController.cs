using Microsoft.AspNetCore.Mvc;
using MockMessaging.Configuration;
using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>Base class of the controllers that set and remove channels, templates, client apps and variables.</summary>
internal abstract class ConfigurationItemController : SandboxController
{
    /// <summary>Responds with one of them.</summary>
    /// <param name="find">The view; null if there is none.</param>
    protected IActionResult Show<TView>(Func<WorkspaceState, TView?> find, ApiException notFound)
        where TView : class => Answer(Workspace.Read(find) ?? throw notFound);

    /// <summary>Sets one of them, and responds with it as it is now.</summary>
    protected async Task<IActionResult> SetAsync<TView>(Func<WorkspaceTransaction, ConfigurationItem> make, Func<WorkspaceState, TView?> find)
        where TView : class => Answer(await Acting.ExecuteAsync(transaction =>
        {
            ConfigurationEditor.Set(transaction, make(transaction));
            return find(transaction.State)!;
        }).ConfigureAwait(false));

    protected Task<IActionResult> RemoveAsync(ConfigurationPart section, string id, Func<WorkspaceState, bool> exists, ApiException notFound) =>
        Workspace.Read(exists)
            ? ChangeAsync(transaction =>
            {
                if (!exists(transaction.State))
                {
                    throw notFound;
                }

                ConfigurationEditor.Remove(transaction, section, id);
            })
            : throw notFound;
}
