using MockMessaging.Errors;
using MockMessaging.Http;
using MockMessaging.State;
using MockMessaging.Workspaces;

namespace MockMessaging.Authentication;

/// <summary>Finds the workspace of a request before its body is read. Keys come from query, header or cookie, in this order, as in production.</summary>
internal sealed class ApiKeyMiddleware(RequestDelegate next, WorkspaceDirectory directory, WorkspaceDefaults defaults, TenantGate tenants)
{
    private const string NothingStored = "the request is not stored; send your x-api-key to find it in GET /_sandbox/callbacks";

    public const int LongestKey = 256;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ApiKeyAttribute>() is { } route)
        {
            await InvokeAsync(context, route).ConfigureAwait(false);
        }
        else if (context.GetEndpoint()?.Metadata.GetMetadata<MediaLinkAttribute>() is not null)
        {
            await InvokeAsync(context, (string)context.GetRouteValue("workspace")!).ConfigureAwait(false);
        }
        else
        {
            await next(context).ConfigureAwait(false);
        }
    }

    private async Task InvokeAsync(HttpContext context, ApiKeyAttribute route)
    {
        var allowed = route.Optional || route.AnyTenant ? tenants.AllKeys : tenants.KeysFor(context.Request);
        var given = Value(context.Request, "x-api-key");
        var workspace = route.Optional && !IsAccepted(given, allowed)
            ? OpenNameless(context, given)
            : await directory.OpenAsync(Check(given, allowed)).ConfigureAwait(false);
        try
        {
            var appId = Value(context.Request, "x-api-id");
            if (appId is not null && !workspace.HasApp(appId))
            {
                Unknown(context, appId, allowed.Count > 0);
            }

            if (context.Request.Host is { HasValue: true } host)
            {
                workspace.CalledBy(context.Request.Scheme, host.Value);
            }

            context.Features.Set(new RequestWorkspace(context, workspace, appId));
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            workspace.Uses.End();
        }
    }

    /// <summary>The link names the workspace, so no key is needed.</summary>
    private async Task InvokeAsync(HttpContext context, string mediaWord)
    {
        var workspace = await directory.OpenByMediaWorkspaceIdAsync(mediaWord).ConfigureAwait(false) ?? throw ErrorCatalog.MediaNotFound();
        try
        {
            context.Features.Set(new RequestWorkspace(context, workspace, null));
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            workspace.Uses.End();
        }
    }

    internal static string? Value(HttpRequest request, string name)
    {
        var value = request.QueryString.HasValue ? (string?)request.Query[name].FirstOrDefault() : null;
        value = string.IsNullOrEmpty(value) ? request.Headers[name].FirstOrDefault() : value;
        value = string.IsNullOrEmpty(value) && request.Headers.Cookie.Count > 0 ? request.Cookies[name] : value;
        return string.IsNullOrEmpty(value) ? null : value;
    }

    private static bool IsAccepted(string? key, IReadOnlyCollection<string> allowed) =>
        key is { Length: <= LongestKey } && (allowed.Count == 0 || allowed.Contains(key));

    /// <summary>Routes without a key check accept every key, but must not use the workspace of a key that is not accepted.</summary>
    private Workspace OpenNameless(HttpContext context, string? given)
    {
        SandboxWarnings.Add(context, [given is null ? $"the request has no x-api-key, so {NothingStored}" : $"this server does not accept the x-api-key, so {NothingStored}"]);
        return directory.OpenNameless();
    }

    private string Check(string? key, IReadOnlyCollection<string> allowed)
    {
        if (key is null)
        {
            throw defaults.Fidelity.KeyMissing();
        }

        if (key.Length > LongestKey)
        {
            throw defaults.Fidelity.KeyInvalid($"a key has 1 to {LongestKey} characters");
        }

        if (allowed.Count == 0 || allowed.Contains(key))
        {
            return key;
        }

        // Production finds an app by key, queue code or id, and refuses the last two without a text.
        throw defaults.Fixtures.ClientApps.Any(app => app.Queue == key || app.Id == key)
            ? defaults.Fidelity.KeyIsAppId()
            : defaults.Fidelity.KeyInvalid("this server accepts only the keys of Auth:Keys and of the tenant");
    }

    private static void Unknown(HttpContext context, string appId, bool restricted)
    {
        if (restricted)
        {
            throw ErrorCatalog.AppUnknown(appId);
        }

        // Client code sends the app id it has in production, which the sandbox does not know. Production ignores unknown ids, too.
        SandboxWarnings.Add(context, [$"x-api-id '{appId}' is not a client app of this workspace, so the default app is used"]);
    }
}
