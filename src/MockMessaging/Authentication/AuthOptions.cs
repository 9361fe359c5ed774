using System.ComponentModel.DataAnnotations;

namespace MockMessaging.Authentication;

/// <summary>Accepted keys and tenants. Section <c>Auth</c>.</summary>
public sealed class AuthOptions : IValidatableObject
{
    /// <summary>API keys that the server accepts; each opens its own workspace. Default: none, every key is accepted.</summary>
    public IList<string> Keys { get; } = [];

    /// <summary>
    /// Tenants that a request may name, by the header or parameter <c>tnt</c> or by the sub-domain of the host. With any tenant here, a request of
    /// the messaging API must name one of them. Default: none, no request needs a tenant.
    /// </summary>
    public IList<TenantOptions> Tenants { get; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Tenants.Any(tenant => string.IsNullOrWhiteSpace(tenant.Name)))
        {
            yield return new ValidationResult("A tenant has no Name.", [nameof(Tenants)]);
        }

        foreach (var name in Tenants.GroupBy(tenant => tenant.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            yield return new ValidationResult($"Two tenants have the name '{name}'; names must be different.", [nameof(Tenants)]);
        }
    }
}

/// <summary>A tenant ("domain") of the vendor that requests may name.</summary>
public sealed class TenantOptions
{
    /// <summary>Name of the tenant, as requests give it in <c>tnt</c> or as the sub-domain of the host.</summary>
    public string Name { get; set; } = "";

    /// <summary>False refuses all requests of this tenant. Default true.</summary>
    public bool Active { get; set; } = true;

    /// <summary>False: the tenant has the messaging APIs switched off, and its requests get 403 "Messaging APIs not Active". Default true.</summary>
    public bool MessagingApis { get; set; } = true;

    /// <summary>API keys of this tenant, in addition to <c>Auth:Keys</c>. If both are empty, every key is accepted. Default: none.</summary>
    public IList<string> Keys { get; } = [];
}
