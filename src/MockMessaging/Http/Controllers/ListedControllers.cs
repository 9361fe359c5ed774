using System.Reflection;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace MockMessaging.Http;

/// <summary>Takes every type of <see cref="ControllerList"/> for a controller, internal ones too.</summary>
internal sealed class ListedControllers : ControllerFeatureProvider
{
    protected override bool IsController(TypeInfo typeInfo) => true;
}
