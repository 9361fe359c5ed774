namespace MockMessaging.Authentication;

/// <summary>A tenant ("domain") of the vendor that calls may name.</summary>
public sealed class TenantOptions
{
    /// <summary>Name of the tenant, as calls give it in <c>tnt</c> or as the sub-domain of the host.</summary>
    public string Name { get; set; } = "";

    /// <summary>False refuses all calls of this tenant. Default true.</summary>
    public bool Active { get; set; } = true;

    /// <summary>False refuses its calls, because the tenant has the messaging APIs switched off. Default true.</summary>
    public bool MessagingApis { get; set; } = true;

    /// <summary>API keys of this tenant, in addition to <c>Auth:Keys</c>. If both are empty, every key is accepted. Default: none.</summary>
    public IList<string> Keys { get; } = [];
}
