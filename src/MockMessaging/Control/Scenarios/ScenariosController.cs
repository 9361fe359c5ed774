using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using MockMessaging.Errors;
using MockMessaging.Http;

namespace MockMessaging.Control;

[Tags("Scenarios")]
[Route("_sandbox/scenarios")]
internal sealed class ScenariosController(ScenarioLoader loader) : SandboxController
{
    private static readonly string[] Types = ["application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml", "application/json"];

    /// <summary>List built-in scenarios</summary>
    /// <remarks>The scenarios that come with the server, each with its text, as examples and to load by name.</remarks>
    [HttpGet(Name = "ListScenarios")]
    [ProducesResponseType<ScenarioList>(StatusCodes.Status200OK)]
    public IActionResult List([FromQuery] int limit = Page.Most, [FromQuery] string? after = null, [FromQuery] string? before = null, [FromQuery] string? order = null)
    {
        var (scenarios, next) = Page.Of(limit, after, before, order).Of(BuiltInScenarios.All, "scenario", scenario => scenario.Name);
        return Answer(new ScenarioList(scenarios, next));
    }

    /// <summary>Load a scenario</summary>
    /// <remarks>
    /// Adds what the scenario says to the workspace: configuration, customers with turns, outcome rules, faults, settings and clock. The body is YAML or JSON; or give the `name` of a
    /// built-in scenario and no body. If anything is wrong, nothing is applied, and `problems` of the response has every problem with line and column. DELETE /_sandbox/workspace before
    /// gives a workspace without traces of earlier scenarios. GET /_sandbox/scenarios/schema is the JSON Schema, for editors.
    /// </remarks>
    /// <param name="name">Name of a built-in scenario, in place of a body.</param>
    [HttpPost(Name = "LoadScenario")]
    [ProducesResponseType<ScenarioView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Load([FromQuery] string? name = null) =>
        Answer(await loader.LoadAsync(Workspace, await TextAsync(name).ConfigureAwait(false), Acting.ActingApp, Acting.Trace).ConfigureAwait(false));

    private async Task<string> TextAsync(string? name)
    {
        var body = await RequestBody.ReadAsync(HttpContext).ConfigureAwait(false);
        if (name is not null)
        {
            Choice.Ensure(name, [.. BuiltInScenarios.All.Select(scenario => scenario.Name)], "name");
            return body.Utf8.Length == 0
                ? BuiltInScenarios.All.First(scenario => scenario.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Text
                : throw ErrorCatalog.WrongParameter("name", "name: the body has a scenario already; leave out one of them.");
        }

        if (body.Utf8.Length == 0)
        {
            throw ErrorCatalog.Impossible("", "The request body is missing: send a scenario as YAML or JSON, or name a built-in one, such as ?name=order-bot.");
        }

        var contentType = HttpContext.Request.ContentType;
        return MediaTypeHeaderValue.TryParse(contentType, out var type) && Types.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase)
            ? body.HadLoneSurrogates ? throw ErrorCatalog.Impossible("", "The body is not valid Unicode: an escape such as \\ud83d is half of a character.") : Encoding.UTF8.GetString(body.Utf8)
            : throw ErrorCatalog.ScenarioTypeWrong(contentType);
    }
}
