using Microsoft.AspNetCore.Mvc;

namespace MockMessaging.Control;

/// <summary>The templates of the workspace.</summary>
[Tags("Templates")]
[Route("_sandbox/templates")]
internal sealed class TemplatesController : SandboxController
{
    /// <summary>List templates</summary>
    /// <remarks>
    /// Texts with placeholders that can be sent by code or id, and on which channels the provider has approved them. Unlike
    /// `GET /api/v1/config/tmpl/hsm`, this request is not in the journal, and no fault hits it.
    /// </remarks>
    /// <param name="limit">How many at most, 1 to 1,000. Default 1,000.</param>
    /// <param name="after">Only templates after this one: the <c>next</c> of an earlier response.</param>
    /// <param name="before">Only templates before this one: the <c>next</c> of an earlier response with <c>order=newest</c>.</param>
    /// <param name="order">oldest or newest first; here the order of the configuration, or its reverse. Default oldest.</param>
    [HttpGet(Name = "ListSandboxTemplates")]
    [ProducesResponseType<TemplateList>(StatusCodes.Status200OK)]
    public IActionResult List([FromQuery] int limit = Page.Most, [FromQuery] string? after = null, [FromQuery] string? before = null, [FromQuery] string? order = null)
    {
        var page = Page.Of(limit, after, before, order);
        return Answer(Workspace.Read(state =>
        {
            var (templates, next) = page.Of(state.Templates, "template", template => template.Id!);
            return new TemplateList([.. templates.Select(TemplateView.Of)], next);
        }));
    }
}
