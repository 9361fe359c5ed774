namespace MockMessaging.Authentication;

/// <summary>Marks the route of media links, whose part <c>workspace</c> names the workspace.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MediaLinkAttribute : Attribute;

/// <summary>Marks routes that work on the workspace of an API key.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class ApiKeyAttribute : Attribute
{
    /// <summary>True: the route also works without a key, in a workspace that exists only for the request. Default false.</summary>
    public bool Optional { get; set; }

    /// <summary>True: the tenant of the request is not checked. Default false.</summary>
    public bool AnyTenant { get; set; }
}
