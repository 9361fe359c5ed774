using Aspire.Hosting.ApplicationModel;

// As in other integrations, so that no using directive is needed.
namespace Aspire.Hosting;

/// <summary>Adds MockMessaging servers to an Aspire application.</summary>
public static class MockMessagingBuilderExtensions
{
    private const string StoragePath = "Storage__Path";
    private const string ScenarioFolder = "/scenarios";

    /// <summary>
    /// Adds a server in a container of the image <c>mock-messaging:latest</c>; <c>WithImage</c> names another one. It stores everything in memory, unless
    /// <see cref="WithDataVolume"/> is called. <c>WithEnvironment</c> sets its settings.
    /// </summary>
    /// <param name="name">Name of the resource and of its connection string.</param>
    /// <param name="port">Port on this machine. Default: a free one.</param>
    public static IResourceBuilder<MockMessagingResource> AddMockMessaging(this IDistributedApplicationBuilder builder, [ResourceName] string name, int? port = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var resource = new MockMessagingResource(name);
        return builder.AddResource(resource)
            .WithImage("mock-messaging", "latest")
            .WithHttpEndpoint(port, MockMessagingResource.HttpPort, MockMessagingResource.HttpEndpointName)
            .WithHttpHealthCheck("/healthz/ready", 200, MockMessagingResource.HttpEndpointName)
            .WithEnvironment(StoragePath, ":memory:")
            .WithLinks()
            .WithIconName("ChatMultiple");
    }

    /// <summary>Puts another API key into the connection string, and so opens another workspace.</summary>
    public static IResourceBuilder<MockMessagingResource> WithKey(this IResourceBuilder<MockMessagingResource> builder, string key)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(key);
        builder.Resource.Key = ReferenceExpression.Create($"{key}");
        return builder;
    }

    /// <summary>The same with a parameter, such as one of the keys in the setting <c>Auth__Keys</c>.</summary>
    public static IResourceBuilder<MockMessagingResource> WithKey(this IResourceBuilder<MockMessagingResource> builder, IResourceBuilder<ParameterResource> key)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(key);
        builder.Resource.Key = ReferenceExpression.Create($"{key.Resource}");
        return builder;
    }

    /// <summary>Stores everything in a volume, so that the next run of the application continues with it.</summary>
    /// <param name="name">Name of the volume. Default: made from the names of application and resource.</param>
    public static IResourceBuilder<MockMessagingResource> WithDataVolume(this IResourceBuilder<MockMessagingResource> builder, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder
            .WithVolume(name ?? VolumeNameGenerator.Generate(builder, "data"), "/data")
            .WithEnvironment(StoragePath, "/data/mock-messaging.db");
    }

    /// <summary>Makes the server load scenarios into every new workspace. Several files add up; a folder is the only one.</summary>
    /// <param name="path">A YAML file, or a folder of them; a relative path starts at the project of the application host.</param>
    /// <exception cref="FileNotFoundException">There is no such file or folder.</exception>
    public static IResourceBuilder<MockMessagingResource> WithScenario(this IResourceBuilder<MockMessagingResource> builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var source = Path.GetFullPath(path, builder.ApplicationBuilder.AppHostDirectory);

        // Without this, an engine makes an empty folder of this name.
        var target = File.Exists(source) ? $"{ScenarioFolder}/{Path.GetFileName(source)}"
            : Directory.Exists(source) ? ScenarioFolder
            : throw new FileNotFoundException($"There is no scenario file or folder {source}.", source);
        return builder.WithBindMount(source, target, isReadOnly: true).WithEnvironment("Scenarios__Path", ScenarioFolder);
    }

    private static IResourceBuilder<MockMessagingResource> WithLinks(this IResourceBuilder<MockMessagingResource> builder) =>
        builder.WithUrls(async context =>
        {
            if (context.GetEndpoint(MockMessagingResource.HttpEndpointName) is not { } endpoint)
            {
                return;
            }

            // A link is shown to everyone who sees the dashboard, and a parameter may be a secret.
            var key = builder.Resource.Key.ValueProviders.Count == 0 ? await builder.Resource.Key.GetValueAsync(context.CancellationToken).ConfigureAwait(false) : null;
            var page = key is null ? "/" : "/#" + Uri.EscapeDataString(key);
            context.Urls.Add(new ResourceUrlAnnotation { Url = page, DisplayText = "Live page", Endpoint = endpoint });
            context.Urls.Add(new ResourceUrlAnnotation { Url = "/swagger", DisplayText = "Swagger UI", Endpoint = endpoint });
        });
}
