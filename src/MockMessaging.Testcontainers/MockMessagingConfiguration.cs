using Docker.DotNet.Models;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;

namespace MockMessaging.Testcontainers;

/// <summary>What a <see cref="MockMessagingBuilder"/> has been told. Testcontainers makes it.</summary>
public sealed class MockMessagingConfiguration : ContainerConfiguration
{
    /// <param name="controlToken">The server's <c>Control:Token</c>; null if it has none.</param>
    public MockMessagingConfiguration(string? controlToken = null) => ControlToken = controlToken;

    /// <summary>Copies what is not particular to this server.</summary>
    public MockMessagingConfiguration(IResourceConfiguration<CreateContainerParameters> resourceConfiguration)
        : base(resourceConfiguration)
    {
    }

    /// <summary>Copies what is not particular to this server.</summary>
    public MockMessagingConfiguration(IContainerConfiguration resourceConfiguration)
        : base(resourceConfiguration)
    {
    }

    /// <summary>Joins two configurations.</summary>
    /// <param name="newValue">Comes first where both have a value.</param>
    public MockMessagingConfiguration(MockMessagingConfiguration oldValue, MockMessagingConfiguration newValue)
        : base(oldValue, newValue) =>
        ControlToken = BuildConfiguration.Combine(oldValue.ControlToken, newValue.ControlToken);

    /// <summary>The server's <c>Control:Token</c>; null if it has none.</summary>
    public string? ControlToken { get; }
}
