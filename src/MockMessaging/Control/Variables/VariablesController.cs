using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>The global variables of the workspace.</summary>
[Tags("Variables")]
[Route("_sandbox/vars")]
internal sealed class VariablesController : ConfigurationItemController
{
    /// <summary>List global variables</summary>
    /// <remarks>What templates show with `{{global.key}}`. Unlike `GET /api/v1/config/global/vars`, this request is not in the journal, and no fault hits it.</remarks>
    [HttpGet(Name = "ListVariables")]
    [ProducesResponseType<VariableList>(StatusCodes.Status200OK)]
    public IActionResult List([FromQuery] int limit = Page.Most, [FromQuery] string? after = null, [FromQuery] string? before = null, [FromQuery] string? order = null)
    {
        var page = Page.Of(limit, after, before, order);
        return Answer(Workspace.Read(state =>
        {
            var (variables, next) = page.Of(state.Variables, "variable", variable => variable.Key!);
            return new VariableList([.. variables.Select(VariableView.Of)], next);
        }));
    }

    /// <summary>Get a global variable</summary>
    /// <remarks>Its value as templates show it now.</remarks>
    /// <param name="key">Key of the variable.</param>
    [HttpGet("{key}", Name = "GetVariable")]
    [ProducesResponseType<VariableView>(StatusCodes.Status200OK)]
    public IActionResult Get([FromRoute] string key) => Show(state => Find(state, key), Unknown(key));

    /// <summary>Add or replace a global variable</summary>
    /// <remarks>Templates that are sent from now on show the new value. A reset undoes it.</remarks>
    /// <param name="key">Letters, digits and '_', at most 100, beginning with a letter.</param>
    /// <param name="request">The variable.</param>
    [HttpPut("{key}", Name = "SetVariable")]
    [ProducesResponseType<VariableView>(StatusCodes.Status200OK)]
    public Task<IActionResult> Set([FromRoute] string key, [FromBody] VariableRequest request) =>
        SetAsync(transaction => request.ToItem(key, transaction), state => Find(state, key));

    /// <summary>Remove a global variable</summary>
    /// <remarks>Templates show nothing in its place. A reset undoes it.</remarks>
    /// <param name="key">Key of the variable.</param>
    [HttpDelete("{key}", Name = "RemoveVariable")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Remove([FromRoute] string key) =>
        RemoveAsync(ConfigurationPart.Variable, key, state => state.Configuration.FindVariable(key) is not null, Unknown(key));

    private static VariableView? Find(WorkspaceState state, string key) => state.Configuration.FindVariable(key) is { } variable ? VariableView.Of(variable) : null;

    private static ApiException Unknown(string key) => ErrorCatalog.Unknown("variable", key, "GET /_sandbox/vars");
}
