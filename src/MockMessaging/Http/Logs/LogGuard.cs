namespace MockMessaging.Http;

/// <summary>
/// Keeps keys out of the log whatever levels are set: a few lines of ASP.NET Core show the query of a request or what it could not read,
/// and a key may stand in either. <see cref="RequestLog"/> writes down the requests instead, so the first of them is silent: making ready for its
/// lines would cost each request.
/// </summary>
internal static class LogGuard
{
    private const string Requests = "Microsoft.AspNetCore.Hosting.Diagnostics";
    private const string BadRequests = "Microsoft.AspNetCore.Server.Kestrel.BadRequests";

    /// <summary>Adds rules that win over all others of the same provider.</summary>
    public static void Guard(LoggerFilterOptions options)
    {
        foreach (var provider in options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToList())
        {
            var level = LevelOf(options, provider, BadRequests);
            options.Rules.Add(new LoggerFilterRule(provider, BadRequests, level > LogLevel.Warning ? level : LogLevel.Warning, null));
            options.Rules.Add(new LoggerFilterRule(provider, Requests, LogLevel.None, null));
        }
    }

    /// <summary>What is set for a category: by the longest name it begins with, and of equal ones by the last.</summary>
    private static LogLevel LevelOf(LoggerFilterOptions options, string? provider, string category) =>
        options.Rules
            .Where(rule => rule.ProviderName == provider && category.StartsWith(rule.CategoryName ?? "", StringComparison.OrdinalIgnoreCase))
            .OrderBy(rule => rule.CategoryName?.Length ?? 0)
            .LastOrDefault()?.LogLevel ?? options.MinLevel;
}
