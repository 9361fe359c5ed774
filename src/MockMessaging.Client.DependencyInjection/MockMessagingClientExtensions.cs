using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MockMessaging.Client;

// The namespace of the extended interface, so that the methods are found without a using directive.
namespace Microsoft.Extensions.Hosting;

/// <summary>Registers a workspace of a MockMessaging server.</summary>
public static class MockMessagingClientExtensions
{
    /// <summary>
    /// Registers a <see cref="SandboxWorkspace"/> made from the connection string of this name, such as the one that <c>WithReference</c> of an Aspire
    /// application sets.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no such connection string. Thrown when the workspace is first asked for.</exception>
    public static IHostApplicationBuilder AddMockMessagingClient(this IHostApplicationBuilder builder, string connectionName)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(_ => Connect(builder.Configuration, connectionName));
        return builder;
    }

    /// <summary>The same for an application with several servers; ask for the workspace with <c>[FromKeyedServices("…")]</c> and the name.</summary>
    /// <exception cref="InvalidOperationException">There is no such connection string. Thrown when the workspace is first asked for.</exception>
    public static IHostApplicationBuilder AddKeyedMockMessagingClient(this IHostApplicationBuilder builder, string connectionName)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddKeyedSingleton(connectionName, (_, _) => Connect(builder.Configuration, connectionName));
        return builder;
    }

    private static SandboxWorkspace Connect(IConfiguration configuration, string connectionName) =>
        configuration.GetConnectionString(connectionName) is { Length: > 0 } connection
            ? SandboxWorkspace.FromConnectionString(connection)
            : throw new InvalidOperationException($"There is no connection string {connectionName}. Set ConnectionStrings:{connectionName}, such as \"Endpoint=http://localhost:8080;Key=my-key\".");
}
