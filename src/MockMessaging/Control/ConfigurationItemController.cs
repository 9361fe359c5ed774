using Microsoft.AspNetCore.Mvc;
using MockMessaging.Configuration;
using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>Properties of a view that follow from others. A request may have them, so that a view can be sent as a request.</summary>
internal static class ReadOnly
{
    /// <exception cref="ApiException">The given value is not the present one.</exception>
    public static void Ensure(string field, string? given, string present)
    {
        if (given is not null && given != present)
        {
            throw ErrorCatalog.Impossible(field, $"{field}: it cannot be set, and is '{present}' here; leave it out.");
        }
    }

    /// <exception cref="ApiException">The given value is not the present one.</exception>
    public static void Ensure(string field, bool? given, bool present) => Ensure(field, given is { } value ? Word(value) : null, Word(present));

    private static string Word(bool value) => value ? "true" : "false";
}

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
