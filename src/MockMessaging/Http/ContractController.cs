using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Contract;
using MockMessaging.Errors;
using MockMessaging.Workspaces;

namespace MockMessaging.Http;

/// <summary>What every documented controller has in common: the workspace it acts on and the envelope it answers in.</summary>
internal abstract class ContractController : ControllerBase
{
    protected RequestWorkspace Acting => HttpContext.Features.GetRequiredFeature<RequestWorkspace>();

    protected Workspace Workspace => Acting.Workspace;

    /// <summary>An answer of the ApiResponse family: all 23 properties, the first item also as <c>data</c>.</summary>
    protected IActionResult Full<T>(IReadOnlyList<T> results, JsonObject? meta = null) => new ShapeResult<ApiResponse<T>>(
        new ApiResponse<T>
        {
            Data = results.Count > 0 ? results[0] : default,
            Meta = meta,
            Path = Request.PathBase + Request.Path,
            Results = results,
            ServerVersion = ServerVersion.Stamp,
            Status = "200",
            StatusKey = StatusKeys.Success,
            Timestamp = Workspace.Clock.NowMs,
            Traceid = TraceIds.Of(HttpContext, Workspace.Clock),
        },
        ContractJsonOptions.Complete);

    /// <summary>An answer of the ApiResultsMetaCompactResponse family: exactly its 8 properties.</summary>
    protected IActionResult Compact<T>(IReadOnlyList<T> results) => new ShapeResult<ApiResultsMetaCompactResponse<T>>(
        new ApiResultsMetaCompactResponse<T>
        {
            Meta = [],
            Results = results,
            Status = "200",
            StatusKey = StatusKeys.Success,
            Timestamp = Workspace.Clock.NowMs,
            Traceid = TraceIds.Of(HttpContext, Workspace.Clock),
        },
        ContractJsonOptions.Complete);

    /// <summary>A shape as it is, without an envelope and without what it lacks.</summary>
    protected static IActionResult Sparse<T>(T shape) => new ShapeResult<T>(shape, ContractJsonOptions.Sparse);
}
