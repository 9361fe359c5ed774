using Microsoft.AspNetCore.Mvc;

namespace MockMessaging.Http;

/// <summary>
/// A controller and its call. It stands in for MVC's own base class, of which MVC looks at each of some two hundred methods anew for each
/// controller, which took a tenth of the start.
/// </summary>
internal abstract class PlainController
{
    /// <summary>Set by MVC.</summary>
    [ControllerContext]
    public ControllerContext ControllerContext { get; set; } = null!;

    protected HttpContext HttpContext => ControllerContext.HttpContext;
}
