namespace MockMessaging.Authentication;

/// <summary>A tenant ("domain") of the vendor that calls may name.</summary>
public sealed class TenantOptions
{
    /// <summary>What calls name it by, as <c>tnt</c> or as the sub-domain of the host.</summary>
    public string Name { get; set; } = "";

    /// <summary>Whether it is in use. Default true; false refuses its calls.</summary>
    public bool Active { get; set; } = true;

    /// <summary>Whether it has the messaging APIs switched on. Default true; false refuses its calls.</summary>
    public bool MessagingApis { get; set; } = true;

    /// <summary>The API keys that count in it, beside those of <c>Auth:Keys</c>. Default: none; where both are empty every key counts.</summary>
    public IList<string> Keys { get; } = [];
}
