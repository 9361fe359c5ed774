using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Workspaces;

namespace MockMessaging.Http;

/// <summary>
/// Base class of all controllers. MVC's own base class has some two hundred methods, which MVC inspects for each controller; that took a tenth of the
/// start.
/// </summary>
internal abstract class PlainController
{
    /// <summary>Set by MVC.</summary>
    [ControllerContext]
    public ControllerContext ControllerContext { get; set; } = null!;

    protected HttpContext HttpContext => ControllerContext.HttpContext;
}

/// <summary>Base class of the messaging API's controllers.</summary>
[KnownQuery]
internal abstract class ContractController : PlainController
{
    protected RequestWorkspace Acting => HttpContext.Features.GetRequiredFeature<RequestWorkspace>();

    protected Workspace Workspace => Acting.Workspace;

    /// <summary>A response with an ApiResponse.</summary>
    protected IActionResult Full<T>(IReadOnlyList<T> results, JsonObject? meta = null) =>
        new EnvelopeResult(Workspace.Fidelity.Full(EnvelopeResult.FactsOf(HttpContext, Workspace.Clock), results, meta));

    /// <summary>A response in the compact envelope; in fidelity Production, which has one envelope only, in the full one.</summary>
    protected IActionResult Compact<T>(IReadOnlyList<T> results, JsonObject? meta) =>
        new EnvelopeResult(Workspace.Fidelity.Compact(EnvelopeResult.FactsOf(HttpContext, Workspace.Clock), results, meta));
}
