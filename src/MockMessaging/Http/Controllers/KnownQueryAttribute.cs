using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using MockMessaging.Contract;
using MockMessaging.Errors;

namespace MockMessaging.Http;

/// <summary>
/// Finds query parameters that are unknown or empty. Without this, a misspelt filter would match everything, and a test with it would pass wrongly.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class KnownQueryAttribute : Attribute, IResourceFilter
{
    /// <summary>Parameters of every route: authentication and trace id.</summary>
    private static readonly string[] OfEveryRoute = ["x-api-key", "x-api-id", "tnt", "x-trace-id"];

    /// <summary>True to refuse with 400; false to mention it in <see cref="SandboxWarnings"/>.</summary>
    public bool IsStrict { get; init; }

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (!context.HttpContext.Request.QueryString.HasValue)
        {
            return;
        }

        var known = context.ActionDescriptor.Parameters.Where(parameter => parameter.BindingInfo?.BindingSource == BindingSource.Query).Select(parameter => parameter.Name).ToList();
        foreach (var (name, values) in context.HttpContext.Request.Query.Where(given => !OfEveryRoute.Contains(given.Key, StringComparer.OrdinalIgnoreCase)))
        {
            var isKnown = known.Contains(name, StringComparer.OrdinalIgnoreCase);
            if (!isKnown)
            {
                WarnOrRefuse(context.HttpContext, name, $"unknown query parameter '{JsonPlace.Cut(name)}'{NearestName.DidYouMean(name, known)}");
            }
            else if (values.Count > 1 || (IsStrict && string.IsNullOrWhiteSpace(values)))
            {
                WarnOrRefuse(context.HttpContext, name, values.Count > 1 ? $"{name} is given more than once{(IsStrict ? "; give it once" : " and the first one counts")}" : $"{name} is empty; leave it out");
            }
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }

    private void WarnOrRefuse(HttpContext context, string name, string sentence)
    {
        if (IsStrict)
        {
            throw ErrorCatalog.WrongParameter(JsonPlace.Cut(name), sentence + ".");
        }

        SandboxWarnings.Add(context, [sentence]);
    }
}
