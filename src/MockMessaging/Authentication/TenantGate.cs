using MockMessaging.Errors;

namespace MockMessaging.Authentication;

/// <summary>Finds the tenant a call names and whether it may call; where no tenants are configured, any or none will do.</summary>
internal sealed class TenantGate(AuthOptions options)
{
    private readonly Dictionary<string, TenantOptions> _byName = options.Tenants.ToDictionary(tenant => tenant.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The keys that count anywhere; none where every key does.</summary>
    public IReadOnlyCollection<string> AllKeys { get; } = [.. options.Keys, .. options.Tenants.SelectMany(tenant => tenant.Keys)];

    /// <summary>The keys that count for a call; none where every key does.</summary>
    /// <exception cref="ApiException">The call names no tenant that may call.</exception>
    public IReadOnlyCollection<string> KeysFor(HttpRequest request)
    {
        if (_byName.Count == 0)
        {
            return options.Keys.AsReadOnly();
        }

        var name = Named(request);
        if (name is null || !_byName.TryGetValue(name, out var tenant))
        {
            throw ErrorCatalog.Forbidden("Invalid Domain");
        }

        if (!tenant.Active)
        {
            throw ErrorCatalog.Forbidden("Domain is not active, please contact support");
        }

        return tenant.MessagingApis ? [.. tenant.Keys, .. options.Keys] : throw ErrorCatalog.Forbidden("Messaging APIs not Active");
    }

    /// <summary>Whether a host name begins with the sub-domain of a tenant.</summary>
    public bool IsSubDomain(string host) => _byName.Count > 0 && SubDomain(host) is { } name && _byName.ContainsKey(name);

    private static string? Named(HttpRequest request)
    {
        var given = request.Query["tnt"].FirstOrDefault() ?? request.Headers["tnt"].FirstOrDefault();
        return !string.IsNullOrEmpty(given) ? given : SubDomain(request.Host.Host);
    }

    private static string? SubDomain(string host) => host.Split('.') is { Length: > 2 } labels ? labels[0] : null;
}
