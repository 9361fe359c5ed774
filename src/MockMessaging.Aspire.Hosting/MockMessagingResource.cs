// As in other integrations, so that no using directive is needed.
namespace Aspire.Hosting.ApplicationModel;

/// <summary>A container with the MockMessaging server in it.</summary>
/// <param name="name">Name of the resource and of its connection string.</param>
public sealed class MockMessagingResource(string name) : ContainerResource(name), IResourceWithConnectionString
{
    internal const string HttpEndpointName = "http";
    internal const int HttpPort = 8080;

    /// <summary>Where the server listens.</summary>
    public EndpointReference PrimaryEndpoint => field ??= new EndpointReference(this, HttpEndpointName);

    /// <summary>The API key in the connection string. Default: the name of the resource.</summary>
    public ReferenceExpression Key { get; internal set; } = ReferenceExpression.Create($"{name}");

    /// <summary>URL of the server: <c>http://localhost:8080</c>.</summary>
    public ReferenceExpression UriExpression => ReferenceExpression.Create($"{PrimaryEndpoint.Property(EndpointProperty.Url)}");

    /// <summary><c>Endpoint=http://localhost:8080;Key=messaging</c></summary>
    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"Endpoint={UriExpression};Key={Key}");

    IEnumerable<KeyValuePair<string, ReferenceExpression>> IResourceWithConnectionString.GetConnectionProperties() =>
    [
        new("Uri", UriExpression),
        new("Key", Key),
    ];
}
