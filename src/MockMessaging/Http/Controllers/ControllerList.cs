using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace MockMessaging.Http;

/// <summary>The list of controllers. MVC's search in the assembly would load every type and library at each start, and would find only public controllers.</summary>
internal sealed class ControllerList(IEnumerable<Type> controllers) : ApplicationPart, IApplicationPartTypeProvider
{
    public override string Name => nameof(MockMessaging);

    public IEnumerable<TypeInfo> Types { get; } = [.. controllers.Select(controller => controller.GetTypeInfo())];
}

/// <summary>Accepts every type of <see cref="ControllerList"/>, also internal ones.</summary>
internal sealed class ListedControllers : ControllerFeatureProvider
{
    protected override bool IsController(TypeInfo typeInfo) => true;
}
