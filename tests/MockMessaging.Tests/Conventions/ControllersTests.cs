using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.Extensions.DependencyInjection;
using MockMessaging.Http;
using Xunit;

namespace MockMessaging.Tests.Conventions;

public sealed class ControllersTests
{
    [Fact]
    public void Every_controller_is_listed()
    {
        var services = new ServiceCollection().AddMockMessaging();
        var parts = (ApplicationPartManager)services.Last(service => service.ServiceType == typeof(ApplicationPartManager)).ImplementationInstance!;
        var listed = new ControllerFeature();
        parts.PopulateFeature(listed);

        Assert.Equal(Written().Select(type => type.Name).Order(StringComparer.Ordinal), listed.Controllers.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_parameter_says_where_it_comes_from()
    {
        var silent =
            from controller in Written()
            from action in controller.GetMethods().Where(method => method.IsDefined(typeof(HttpMethodAttribute)))
            from parameter in action.GetParameters()
            where parameter.ParameterType != typeof(CancellationToken) && !parameter.GetCustomAttributes().Any(attribute => attribute is IBindingSourceMetadata)
            select $"{controller.Name}.{action.Name}: {parameter.Name}";

        Assert.Empty(silent);
    }

    private static IEnumerable<Type> Written() =>
        typeof(InProcessServer).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(PlainController)));
}
