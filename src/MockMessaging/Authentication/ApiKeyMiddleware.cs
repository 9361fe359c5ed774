using Microsoft.Extensions.Options;
using MockMessaging.Errors;
using MockMessaging.Http;
using MockMessaging.Workspaces;

namespace MockMessaging.Authentication;

/// <summary>Finds the workspace of a call before its body is read. A value counts from query, header and cookie, in that order, as in production.</summary>
internal sealed class ApiKeyMiddleware(RequestDelegate next, WorkspaceDirectory directory, WorkspaceServices services, IOptions<AuthOptions> options)
{
    /// <summary>The key of calls that need none and give none.</summary>
    public const string DefaultKey = "default";

    private const int LongestKey = 256;

    private readonly HashSet<string> _allowed = [.. options.Value.Keys];

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ApiKeyAttribute>() is { } route)
        {
            var key = Check(Value(context.Request, "x-api-key"), route.Optional);
            var workspace = await directory.OpenAsync(key).ConfigureAwait(false);
            var appId = Value(context.Request, "x-api-id");
            if (appId is not null && workspace.Read(state => state.FindApp(appId)) is null)
            {
                Unknown(context, appId);
            }

            context.Features.Set(new RequestWorkspace(context, workspace, appId));
        }

        await next(context).ConfigureAwait(false);
    }

    private static string? Value(HttpRequest request, string name)
    {
        var value = request.Query[name].FirstOrDefault();
        value = string.IsNullOrEmpty(value) ? request.Headers[name].FirstOrDefault() : value;
        value = string.IsNullOrEmpty(value) ? request.Cookies[name] : value;
        return string.IsNullOrEmpty(value) ? null : value;
    }

    private string Check(string? key, bool optional)
    {
        if (key is null && optional)
        {
            return _allowed.FirstOrDefault() ?? DefaultKey;
        }

        if (key is null)
        {
            throw services.Fidelity.KeyMissing();
        }

        if (key.Length > LongestKey)
        {
            throw services.Fidelity.KeyInvalid($"a key has 1 to {LongestKey} characters");
        }

        return _allowed.Count == 0 || _allowed.Contains(key) ? key : throw services.Fidelity.KeyInvalid("this server lets in the keys of Auth:Keys only");
    }

    private void Unknown(HttpContext context, string appId)
    {
        if (_allowed.Count > 0)
        {
            throw ErrorCatalog.AppUnknown(appId);
        }

        // Client code brings the app id it has in production; the sandbox cannot know it, and production ignores it too.
        SandboxWarnings.Add(context, [$"x-api-id '{appId}' is no client app of this workspace, the default app acts instead"]);
    }
}
