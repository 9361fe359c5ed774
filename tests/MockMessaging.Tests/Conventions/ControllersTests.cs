using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
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

        var written = typeof(MockMessagingServer).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(ControllerBase)));

        Assert.Equal(written.Select(type => type.Name).Order(StringComparer.Ordinal), listed.Controllers.Select(type => type.Name).Order(StringComparer.Ordinal));
    }
}
