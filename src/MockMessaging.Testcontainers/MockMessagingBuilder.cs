using System.Net;
using Docker.DotNet.Models;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Images;
using MockMessaging.Fidelity;

namespace MockMessaging.Testcontainers;

/// <summary>Makes a container of the server's image. It stores everything in memory, unless <see cref="WithDataVolume"/> is called.</summary>
public sealed class MockMessagingBuilder : ContainerBuilder<MockMessagingBuilder, MockMessagingContainer, MockMessagingConfiguration>
{
    /// <summary>The port of the server inside the container.</summary>
    public const ushort HttpPort = 8080;

    private const string DataFolder = "/data";
    private const string ScenarioFolder = "/scenarios";

    /// <param name="image">Name of the image you built, such as <c>ghcr.io/my-org/mock-messaging:latest</c>; no registry has one by default.</param>
    public MockMessagingBuilder(string image)
        : this(new DockerImage(image))
    {
    }

    /// <param name="image">The image you built.</param>
    public MockMessagingBuilder(IImage image)
        : this(new MockMessagingConfiguration()) =>
        DockerResourceConfiguration = Init().WithImage(image).DockerResourceConfiguration;

    private MockMessagingBuilder(MockMessagingConfiguration configuration)
        : base(configuration) =>
        DockerResourceConfiguration = configuration;

    /// <inheritdoc />
    protected override MockMessagingConfiguration DockerResourceConfiguration { get; }

    /// <summary>Sets a setting of the server.</summary>
    /// <param name="name">Its name, with a colon or two underscores between the parts: <c>Limits:PushesKept</c>.</param>
    public MockMessagingBuilder WithSetting(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return WithEnvironment(name.Replace(":", "__", StringComparison.Ordinal), value);
    }

    /// <summary>What to follow where the vendor's document and the live service differ. Default: the document.</summary>
    public MockMessagingBuilder WithFidelity(FidelityMode fidelity) => WithSetting("Fidelity", fidelity.ToString());

    /// <summary>Makes the control plane require this token. The container's workspaces send it.</summary>
    public MockMessagingBuilder WithControlToken(string token)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        return Merge(DockerResourceConfiguration, new MockMessagingConfiguration(token)).WithSetting("Control:Token", token);
    }

    /// <summary>Stores nothing in a file, which is the default.</summary>
    public MockMessagingBuilder WithMemoryStorage() => WithSetting("Storage:Path", ":memory:");

    /// <summary>Stores everything in a volume of this name, so that another container can continue with it.</summary>
    public MockMessagingBuilder WithDataVolume(string name) =>
        WithVolumeMount(name, DataFolder).WithSetting("Storage:Path", DataFolder + "/mock-messaging.db");

    /// <summary>Copies scenarios into the container, from where the server loads them into every new workspace. Several calls add up.</summary>
    /// <param name="path">A YAML file, or a folder of them.</param>
    /// <exception cref="FileNotFoundException">There is no such file or folder.</exception>
    public MockMessagingBuilder WithScenario(string path)
    {
        var copied = File.Exists(path) ? WithResourceMapping(new FileInfo(path), new DirectoryInfo(ScenarioFolder))
            : Directory.Exists(path) ? WithResourceMapping(new DirectoryInfo(path), new DirectoryInfo(ScenarioFolder))
            : throw new FileNotFoundException($"There is no scenario file or folder {Path.GetFullPath(path)}.", path);
        return copied.WithSetting("Scenarios:Path", ScenarioFolder);
    }

    /// <inheritdoc />
    public override MockMessagingContainer Build()
    {
        Validate();
        return new MockMessagingContainer(DockerResourceConfiguration);
    }

    /// <inheritdoc />
    protected override MockMessagingBuilder Init() =>
        base.Init()
            .WithPortBinding(HttpPort, assignRandomHostPort: true)
            .WithMemoryStorage()
            .WithWaitStrategy(Wait.ForUnixContainer().UntilHttpRequestIsSucceeded(
                request => request.ForPath("/healthz/ready").ForPort(HttpPort).ForStatusCode(HttpStatusCode.OK)));

    /// <inheritdoc />
    protected override MockMessagingBuilder Clone(IResourceConfiguration<CreateContainerParameters> resourceConfiguration) =>
        Merge(DockerResourceConfiguration, new MockMessagingConfiguration(resourceConfiguration));

    /// <inheritdoc />
    protected override MockMessagingBuilder Clone(IContainerConfiguration resourceConfiguration) =>
        Merge(DockerResourceConfiguration, new MockMessagingConfiguration(resourceConfiguration));

    /// <inheritdoc />
    protected override MockMessagingBuilder Merge(MockMessagingConfiguration oldValue, MockMessagingConfiguration newValue) =>
        new(new MockMessagingConfiguration(oldValue, newValue));
}
