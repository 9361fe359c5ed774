namespace MockMessaging.Authentication;

/// <summary>Marks routes that act on the workspace of an API key.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ApiKeyAttribute : Attribute
{
    /// <summary>Whether the route also works without a key, on a workspace that ends with the call. Default false.</summary>
    public bool Optional { get; set; }

    /// <summary>Whether the key counts whatever tenant the call names. Default false.</summary>
    public bool AnyTenant { get; set; }
}
