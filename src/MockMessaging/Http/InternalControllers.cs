using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace MockMessaging.Http;

/// <summary>Lets controllers be internal, so that nothing of the inside becomes public on their account.</summary>
internal sealed class InternalControllers : ControllerFeatureProvider
{
    protected override bool IsController(TypeInfo typeInfo) =>
        !typeInfo.IsAbstract && typeInfo.Assembly == typeof(InternalControllers).Assembly && typeof(ControllerBase).IsAssignableFrom(typeInfo);
}
