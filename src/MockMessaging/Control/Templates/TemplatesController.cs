using Microsoft.AspNetCore.Mvc;
using MockMessaging.Errors;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>The templates of the workspace.</summary>
[Tags("Templates")]
[Route("_sandbox/templates")]
internal sealed class TemplatesController : ConfigurationItemController
{
    /// <summary>List templates</summary>
    /// <remarks>
    /// Texts with placeholders that can be sent by code or id, and on which channels the provider has approved them. Unlike
    /// `GET /api/v1/config/tmpl/hsm`, this request is not in the journal, and no fault hits it.
    /// </remarks>
    [HttpGet(Name = "ListSandboxTemplates")]
    [ProducesResponseType<TemplateList>(StatusCodes.Status200OK)]
    public IActionResult List([FromQuery] int limit = Page.Most, [FromQuery] string? after = null, [FromQuery] string? before = null, [FromQuery] string? order = null)
    {
        var page = Page.Of(limit, after, before, order);
        return Answer(Workspace.Read(state =>
        {
            var (templates, next) = page.Of(state.Templates, "template", template => template.Id!);
            return new TemplateList([.. templates.Select(template => TemplateView.Of(state, template))], next);
        }));
    }

    /// <summary>Get a template</summary>
    /// <remarks>Its text, and what the provider says of it on each channel.</remarks>
    /// <param name="id">Id of the template.</param>
    [HttpGet("{id}", Name = "GetSandboxTemplate")]
    [ProducesResponseType<TemplateView>(StatusCodes.Status200OK)]
    public IActionResult Get([FromRoute] string id) => Show(state => Find(state, id), Unknown(id));

    /// <summary>Add or replace a template</summary>
    /// <remarks>
    /// The body is a template as `GET /api/v1/config/tmpl/hsm` lists it; `code` and `body` are enough. Without `approved` it has an approval row for
    /// each channel of its `contactType`, or for all channels; a channel without a row needs no approval. With `approveAfter` it is pending, and becomes
    /// approved after that time by the workspace's clock. A reset undoes it.
    /// </remarks>
    /// <param name="id">Id of the template: letters, digits, '_', '-' and '.', at most 100. For all languages of a code there is one template each.</param>
    /// <param name="request">The template.</param>
    [HttpPut("{id}", Name = "SetSandboxTemplate")]
    [ProducesResponseType<TemplateView>(StatusCodes.Status200OK)]
    public Task<IActionResult> Set([FromRoute] string id, [FromBody] TemplateRequest request) =>
        SetAsync(transaction => request.ToItem(id, transaction.State, transaction.Now), state => Find(state, id));

    /// <summary>Approve, reject or pause a template</summary>
    /// <remarks>
    /// From now on the provider sees it so, on one channel or on all that it has an approval row for. Outside the customer care window, a message with a template
    /// that is pending, rejected or paused on its channel is accepted and becomes SENT_ERR, as in production. Messages sent before do not change.
    /// </remarks>
    /// <param name="id">Id of the template.</param>
    /// <param name="change">The status.</param>
    [HttpPatch("{id}", Name = "ChangeTemplateStatus")]
    [ProducesResponseType<TemplateView>(StatusCodes.Status200OK)]
    public Task<IActionResult> Change([FromRoute] string id, [FromBody] TemplateStatusRequest change) => SetAsync(
        transaction => change.ToItem(transaction.State.Configuration.FindTemplate(id) ?? throw Unknown(id), transaction.State, transaction.Now),
        state => Find(state, id));

    /// <summary>Remove a template</summary>
    /// <remarks>A message that names it becomes SENT_ERR, as for an unknown template. Messages made from it stay. A reset undoes it.</remarks>
    /// <param name="id">Id of the template.</param>
    [HttpDelete("{id}", Name = "RemoveSandboxTemplate")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Remove([FromRoute] string id) =>
        RemoveAsync(ConfigurationPart.Template, id, state => state.Configuration.FindTemplate(id) is not null, Unknown(id));

    private static TemplateView? Find(WorkspaceState state, string id) => state.Configuration.FindTemplate(id) is { } template ? TemplateView.Of(state, template) : null;

    private static ApiException Unknown(string id) => ErrorCatalog.Unknown("template", id, "GET /_sandbox/templates");
}
