using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using MockMessaging.Authentication;
using MockMessaging.Http;
using MockMessaging.Workspaces;

namespace MockMessaging.Control;

/// <summary>What every controller of the control plane has in common: the workspace of the key, and plain JSON answers.</summary>
[ApiController]
[ApiKey(AnyTenant = true)]
[KnownQuery(IsStrict = true)]
[ApiExplorerSettings(GroupName = "sandbox")]
internal abstract class SandboxController : PlainController
{
    protected RequestWorkspace Acting => HttpContext.Features.GetRequiredFeature<RequestWorkspace>();

    protected Workspace Workspace => Acting.Workspace;

    protected static IActionResult Answer<T>(T shape)
        where T : notnull => new ShapeResult<T>(shape, ControlJsonOptions.Wire);
}
