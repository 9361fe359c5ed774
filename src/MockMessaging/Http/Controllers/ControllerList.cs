using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace MockMessaging.Http;

/// <summary>
/// The controllers by name. To look for them in the assembly would touch every type in it, and load the libraries these are made of, at each
/// start; and it would find only public ones.
/// </summary>
internal sealed class ControllerList(IEnumerable<Type> controllers) : ApplicationPart, IApplicationPartTypeProvider
{
    public override string Name => nameof(MockMessaging);

    public IEnumerable<TypeInfo> Types { get; } = [.. controllers.Select(controller => controller.GetTypeInfo())];
}

/// <summary>Takes every type of <see cref="ControllerList"/> for a controller, internal ones too.</summary>
internal sealed class ListedControllers : ControllerFeatureProvider
{
    protected override bool IsController(TypeInfo typeInfo) => true;
}
