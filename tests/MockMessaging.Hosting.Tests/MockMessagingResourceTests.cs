using System.Text.Json.Nodes;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Xunit;

namespace MockMessaging.Hosting.Tests;

public sealed class MockMessagingResourceTests
{
    private static readonly DistributedApplicationOptions NoDashboard = new() { DisableDashboard = true, AssemblyName = typeof(MockMessagingResourceTests).Assembly.GetName().Name };

    private readonly IDistributedApplicationBuilder _builder = DistributedApplication.CreateBuilder(NoDashboard);

    [Fact(Timeout = Limits.Test)]
    public async Task Resource_is_a_container_with_image_endpoint_and_health_check()
    {
        var messaging = _builder.AddMockMessaging("messaging", port: 9080);

        var image = Assert.Single(messaging.Resource.Annotations.OfType<ContainerImageAnnotation>());
        Assert.Equal(("mock-messaging", "latest"), (image.Image, image.Tag));
        var endpoint = Assert.Single(messaging.Resource.Annotations.OfType<EndpointAnnotation>());
        Assert.Equal(("http", "http", 9080, 8080), (endpoint.Name, endpoint.UriScheme, endpoint.Port, endpoint.TargetPort));
        var health = Assert.Single(messaging.Resource.Annotations.OfType<HealthCheckAnnotation>());
        await using var app = _builder.Build();
        Assert.Contains(health.Key, app.Services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations.Select(check => check.Name));
        Assert.Contains(messaging.Resource, app.Services.GetRequiredService<DistributedApplicationModel>().Resources);
    }

    [Fact(Timeout = Limits.Test)]
    public async Task Connection_string_has_the_allocated_address_and_the_name_as_key()
    {
        var messaging = _builder.AddMockMessaging("messaging");
        Allocate(messaging, 9080);

        Assert.Equal("Endpoint={messaging.bindings.http.url};Key=messaging", messaging.Resource.ConnectionStringExpression.ValueExpression);
        Assert.Equal("Endpoint=http://localhost:9080;Key=messaging", await ConnectionOf(messaging));
        Assert.Equal("Endpoint=http://localhost:9080;Key=my-key", await ConnectionOf(messaging.WithKey("my-key")));
    }

    [Fact(Timeout = Limits.Test)]
    public async Task Key_can_be_a_parameter()
    {
        _builder.Configuration["Parameters:key"] = "from-settings";
        var messaging = _builder.AddMockMessaging("messaging").WithKey(_builder.AddParameter("key", secret: true));
        Allocate(messaging, 9080);

        Assert.Equal("Endpoint=http://localhost:9080;Key=from-settings", await ConnectionOf(messaging));
        Assert.Equal(["http://localhost:9080", "/", "/swagger"], (await LinksOf(messaging)).Select(link => link.Url));
    }

    [Fact(Timeout = Limits.Test)]
    public async Task Dashboard_links_to_the_live_page_with_the_key()
    {
        var messaging = _builder.AddMockMessaging("messaging").WithKey("my key");
        Allocate(messaging, 9080);

        var page = Assert.Single(await LinksOf(messaging), link => link.DisplayText == "Live page");
        Assert.Equal(("/#my%20key", "http"), (page.Url, page.Endpoint?.EndpointName));
    }

    [Fact(Timeout = Limits.Test)]
    public async Task Data_volume_keeps_the_data_file()
    {
        var memory = _builder.AddMockMessaging("memory");
        var named = _builder.AddMockMessaging("named").WithDataVolume("messages");
        var unnamed = _builder.AddMockMessaging("unnamed").WithDataVolume();

        Assert.Empty(memory.Resource.Annotations.OfType<ContainerMountAnnotation>());
        Assert.Equal(":memory:", (await VariablesOf(memory))["Storage__Path"]);
        var mount = Assert.Single(named.Resource.Annotations.OfType<ContainerMountAnnotation>());
        Assert.Equal((ContainerMountType.Volume, "messages", "/data", false), (mount.Type, mount.Source, mount.Target, mount.IsReadOnly));
        Assert.Equal("/data/mock-messaging.db", (await VariablesOf(named))["Storage__Path"]);
        Assert.EndsWith("-unnamed-data", Assert.Single(unnamed.Resource.Annotations.OfType<ContainerMountAnnotation>()).Source, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limits.Test)]
    public async Task Scenarios_are_mounted_for_reading()
    {
        using var files = new ScenarioFolder("shop.yaml", "bank.yaml");
        var two = _builder.AddMockMessaging("two").WithScenario(files.PathOf("shop.yaml")).WithScenario(files.PathOf("bank.yaml"));
        var folder = _builder.AddMockMessaging("folder").WithScenario(files.Path);

        Assert.Equal("/scenarios", (await VariablesOf(two))["Scenarios__Path"]);
        var mounts = two.Resource.Annotations.OfType<ContainerMountAnnotation>().ToList();
        Assert.Equal([(files.PathOf("shop.yaml"), "/scenarios/shop.yaml", true), (files.PathOf("bank.yaml"), "/scenarios/bank.yaml", true)],
            mounts.Select(mount => (mount.Source, mount.Target, mount.IsReadOnly)));
        Assert.Equal((files.Path, "/scenarios"), folder.Resource.Annotations.OfType<ContainerMountAnnotation>().Select(mount => (mount.Source, mount.Target)).Single());
        Assert.Throws<FileNotFoundException>(() => folder.WithScenario("no-such.yaml"));
    }

    [Fact(Timeout = Limits.Test)]
    public async Task Application_gets_the_connection_string_by_reference()
    {
        var messaging = _builder.AddMockMessaging("messaging");
        Allocate(messaging, 9080);
        var app = _builder.AddExecutable("app", "app", ".").WithReference(messaging);

        Assert.Equal("Endpoint=http://localhost:9080;Key=messaging", (await VariablesOf(app))["ConnectionStrings__messaging"]);
    }

    [Fact(Timeout = Limits.Test)]
    public async Task Manifest_has_image_binding_settings_and_connection_string()
    {
        var folder = Directory.CreateTempSubdirectory("manifest");
        try
        {
            var file = Path.Combine(folder.FullName, "manifest.json");
            var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
            {
                DisableDashboard = true,
                AssemblyName = NoDashboard.AssemblyName,
                Args = ["--operation", "publish", "--publisher", "manifest", "--output-path", file],
            });
            builder.AddMockMessaging("messaging").WithDataVolume("messages");
            await using var app = builder.Build();

            await app.RunAsync(TestContext.Current.CancellationToken);

            var messaging = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!["resources"]!["messaging"]!;
            Assert.Equal("mock-messaging:latest", (string?)messaging["image"]);
            Assert.Equal("Endpoint={messaging.bindings.http.url};Key=messaging", (string?)messaging["connectionString"]);
            Assert.Equal(8080, (int?)messaging["bindings"]!["http"]!["targetPort"]);
            Assert.Equal("/data/mock-messaging.db", (string?)messaging["env"]!["Storage__Path"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Allocate(IResourceBuilder<MockMessagingResource> messaging, int port) =>
        messaging.WithEndpoint("http", endpoint => endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, "localhost", port));

    private static async Task<string?> ConnectionOf(IResourceBuilder<MockMessagingResource> messaging) =>
        await ((IResourceWithConnectionString)messaging.Resource).GetConnectionStringAsync(TestContext.Current.CancellationToken);

#pragma warning disable CS0618 // The replacement needs what only a running application has.
    private static async Task<Dictionary<string, string>> VariablesOf<T>(IResourceBuilder<T> resource)
        where T : IResourceWithEnvironment => await resource.Resource.GetEnvironmentVariableValuesAsync();
#pragma warning restore CS0618

    private static async Task<List<ResourceUrlAnnotation>> LinksOf(IResourceBuilder<MockMessagingResource> messaging)
    {
        var endpoint = messaging.GetEndpoint("http");
        List<ResourceUrlAnnotation> urls = [new() { Url = endpoint.Url, Endpoint = endpoint }];
        var context = new ResourceUrlsCallbackContext(new DistributedApplicationExecutionContext(DistributedApplicationOperation.Run), messaging.Resource, urls, TestContext.Current.CancellationToken);
        foreach (var callback in messaging.Resource.Annotations.OfType<ResourceUrlsCallbackAnnotation>())
        {
            await callback.Callback(context);
        }

        return urls;
    }
}
