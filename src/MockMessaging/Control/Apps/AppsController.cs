using Microsoft.AspNetCore.Mvc;
using MockMessaging.Configuration;
using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>The client apps of the workspace.</summary>
[Tags("Apps")]
[Route("_sandbox/apps")]
internal sealed class AppsController : ConfigurationItemController
{
    /// <summary>List client apps</summary>
    /// <remarks>Owners of queues and webhooks, with type, mode and URL.</remarks>
    [HttpGet(Name = "ListApps")]
    [ProducesResponseType<AppList>(StatusCodes.Status200OK)]
    public IActionResult List([FromQuery] int limit = Page.Most, [FromQuery] string? after = null, [FromQuery] string? before = null, [FromQuery] string? order = null)
    {
        var page = Page.Of(limit, after, before, order);
        return Answer(Workspace.Read(state =>
        {
            var (apps, next) = page.Of([.. state.Apps], "client app", app => app.Id);
            return new AppList([.. apps.Select(app => AppView.Of(state, app))], next);
        }));
    }

    /// <summary>Get a client app</summary>
    /// <remarks>Its type, mode and webhook as they are now.</remarks>
    /// <param name="id">Id of the app.</param>
    [HttpGet("{id}", Name = "GetApp")]
    [ProducesResponseType<AppView>(StatusCodes.Status200OK)]
    public IActionResult Get([FromRoute] string id) => Show(state => AppView.Find(state, id), Workspace.Read(state => Unknown(state, id)));

    /// <summary>Add or replace a client app</summary>
    /// <remarks>
    /// An app of type WEBHOOK gets all pushes. One of mode WEBHOOK and another type (APP_SCRIPT) gets messages and routed sessions, but no statuses and no
    /// SESSION_CLOSED. Others get no pushes. Ids, queue codes and names must differ, since requests can name an app by each. A reset undoes it.
    /// </remarks>
    /// <param name="id">Id of the app: letters, digits, '_', '-' and '.', at most 100.</param>
    /// <param name="request">The app.</param>
    [HttpPut("{id}", Name = "SetApp")]
    [ProducesResponseType<AppView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Set([FromRoute] string id, [FromBody] AppRequest request) => Answer(await Acting.ExecuteAsync(transaction =>
    {
        ConfigurationEditor.Set(transaction, request.ToItem(id, transaction.State));
        request.Register(transaction, transaction.State.Apps.First(app => app.Id == id));
        return AppView.Find(transaction.State, id)!;
    }).ConfigureAwait(false));

    /// <summary>Remove a client app</summary>
    /// <remarks>Its messages stay; pushes for it are skipped from now on. The default app cannot be removed. A reset undoes it.</remarks>
    /// <param name="id">Id of the app.</param>
    [HttpDelete("{id}", Name = "RemoveApp")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Remove([FromRoute] string id) => RemoveAsync(ConfigurationPart.App, id, state => AppView.Find(state, id) is not null, Workspace.Read(state => Unknown(state, id)));

    private static ApiException Unknown(WorkspaceState state, string id) => state.FindApp(id) is { } named && named.Id != id
        ? ErrorCatalog.NotTheId("app", id, named.Id)
        : ErrorCatalog.Unknown("app", id, "GET /_sandbox/apps");
}
