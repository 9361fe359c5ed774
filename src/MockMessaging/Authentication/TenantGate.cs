using MockMessaging.Errors;

namespace MockMessaging.Authentication;

/// <summary>Checks the tenant of a request. If no tenants are configured, every request is accepted.</summary>
internal sealed class TenantGate(AuthOptions options)
{
    private readonly Dictionary<string, TenantOptions> _byName = options.Tenants.ToDictionary(tenant => tenant.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The accepted keys of all tenants; empty if every key is accepted.</summary>
    public IReadOnlyCollection<string> AllKeys { get; } = [.. options.Keys, .. options.Tenants.SelectMany(tenant => tenant.Keys)];

    /// <summary>The accepted keys for a request; empty if every key is accepted.</summary>
    /// <exception cref="ApiException">The tenant is missing, unknown or switched off.</exception>
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

    /// <summary>The key of a request if this server accepts it, whatever the tenant; else null. For what happens to a request before its key is checked.</summary>
    public string? AcceptedKey(HttpRequest request) =>
        ApiKeyMiddleware.Value(request, "x-api-key") is { Length: <= ApiKeyMiddleware.LongestKey } key && KeysOf(request) is var keys && (keys.Count == 0 || keys.Contains(key)) ? key : null;

    /// <summary>True if a host name begins with the name of a tenant.</summary>
    public bool IsSubDomain(string host) => _byName.Count > 0 && SubDomain(host) is { } name && _byName.ContainsKey(name);

    private IReadOnlyCollection<string> KeysOf(HttpRequest request)
    {
        try
        {
            return KeysFor(request);
        }
        catch (ApiException)
        {
            return AllKeys;
        }
    }

    private static string? Named(HttpRequest request)
    {
        var given = request.Query["tnt"].FirstOrDefault() ?? request.Headers["tnt"].FirstOrDefault();
        return !string.IsNullOrEmpty(given) ? given : SubDomain(request.Host.Host);
    }

    private static string? SubDomain(string host) => host.Split('.') is { Length: > 2 } labels ? labels[0] : null;
}
