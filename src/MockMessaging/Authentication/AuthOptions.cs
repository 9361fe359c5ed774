using System.ComponentModel.DataAnnotations;

namespace MockMessaging.Authentication;

/// <summary>Who is let in. Section <c>Auth</c>.</summary>
public sealed class AuthOptions : IValidatableObject
{
    /// <summary>API keys that the server accepts; each opens its own workspace. Default: none, every key is accepted.</summary>
    public IList<string> Keys { get; } = [];

    /// <summary>
    /// Tenants that a call may name, by the header or parameter <c>tnt</c> or by the sub-domain of the host. With any tenant here, a call
    /// must name one of them. Default: none, no call needs a tenant.
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
            yield return new ValidationResult($"Two tenants are called '{name}'; calls could not tell them apart.", [nameof(Tenants)]);
        }
    }
}
