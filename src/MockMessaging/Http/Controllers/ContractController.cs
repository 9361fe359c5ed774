using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Workspaces;

namespace MockMessaging.Http;

/// <summary>What every documented controller has in common: the workspace it acts on and the envelope it answers in.</summary>
[KnownQuery]
internal abstract class ContractController : PlainController
{
    protected RequestWorkspace Acting => HttpContext.Features.GetRequiredFeature<RequestWorkspace>();

    protected Workspace Workspace => Acting.Workspace;

    /// <summary>An answer of the ApiResponse family.</summary>
    protected IActionResult Full<T>(IReadOnlyList<T> results, JsonObject? meta = null) =>
        new EnvelopeResult(Workspace.Fidelity.Full(EnvelopeFactsOf.Call(HttpContext, Workspace.Clock), results, meta));

    /// <summary>An answer of the ApiResultsMetaCompactResponse family.</summary>
    protected IActionResult Compact<T>(IReadOnlyList<T> results, JsonObject? meta) =>
        new EnvelopeResult(Workspace.Fidelity.Compact(EnvelopeFactsOf.Call(HttpContext, Workspace.Clock), results, meta));
}
