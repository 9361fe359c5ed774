using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using MockMessaging.Errors;
using MockMessaging.Http;
using MockMessaging.State;

namespace MockMessaging.Control;

/// <summary>The routes of the API, to refuse conditions that no request can ever match.</summary>
internal sealed class ApiRoutes(IActionDescriptorCollectionProvider actions)
{
    public static readonly IReadOnlyCollection<string> Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"];

    private readonly Lazy<IReadOnlyList<(string Method, string Path)>> _routes = new(() => [.. Of(actions)]);

    /// <summary>Checks and normalizes the path of a condition.</summary>
    public static string? Path(string? path, string field, Func<string, string, ApiException> refusal) => path switch
    {
        null => null,
        _ when string.IsNullOrWhiteSpace(path) => throw refusal(field, $"{field} is empty; leave it out to match every path."),
        _ when path.Contains("://", StringComparison.Ordinal) || path.Contains('?', StringComparison.Ordinal) || path.Contains('#', StringComparison.Ordinal) =>
            throw refusal(field, $"{field}: '{path}' is not only a path; give a path such as /api/v1/message/send."),
        _ when path[..^1].Contains('*', StringComparison.Ordinal) => throw refusal(field, $"{field}: '{path}' has a * before its end; * is only allowed at the end, for any rest."),
        _ => path[0] is '/' or '*' ? path : "/" + path,
    };

    /// <returns>Null if a route has this path; else the start of a sentence with the nearest route.</returns>
    public string? WhyNoRoute(string? path) => path is null || MediaPath.IsOfDownloads(path) || _routes.Value.Any(route => RequestPattern.FitsPath(path, route.Path))
        ? null
        : $"'{path}' is not a route of the API{Choice.DidYouMean(path.TrimEnd('*'), _routes.Value.Select(route => route.Path))}";

    /// <exception cref="ApiException">No request can ever match.</exception>
    public void EnsureRoute(string? method, string? path, string field)
    {
        Choice.Ensure(method, Methods, $"{field}.method", ErrorCatalog.Impossible);
        if (WhyNoRoute(path) is { } reason)
        {
            throw ErrorCatalog.Impossible($"{field}.path", $"{field}.path: {reason}. /swagger lists the routes.");
        }

        var taken = _routes.Value.Where(route => RequestPattern.FitsPath(path, route.Path)).Select(route => route.Method).Distinct(StringComparer.Ordinal).ToList();
        if (method is not null && !taken.Exists(known => RequestPattern.FitsMethod(known, method) || (known == "GET" && RequestPattern.FitsMethod("HEAD", method))))
        {
            throw ErrorCatalog.Impossible($"{field}.method", $"{field}.method: {(path is null ? "no route" : $"'{path}'")} accepts {method}; use {string.Join(" or ", taken)}.");
        }
    }

    private static IEnumerable<(string Method, string Path)> Of(IActionDescriptorCollectionProvider actions) =>
        from action in actions.ActionDescriptors.Items.OfType<ControllerActionDescriptor>()
        where typeof(ContractController).IsAssignableFrom(action.ControllerTypeInfo)
        from method in action.EndpointMetadata.OfType<IHttpMethodMetadata>().SelectMany(metadata => metadata.HttpMethods)
        select (method.ToUpperInvariant(), "/" + action.AttributeRouteInfo!.Template);
}
