namespace MockMessaging.Http;

/// <summary>
/// Keeps keys out of the log whatever levels are set: a few lines of ASP.NET Core show the query of a request or what it could not read,
/// and a key may stand in either. <see cref="RequestLog"/> writes down the requests instead.
/// </summary>
internal static class LogGuard
{
    private static readonly string[] Telling = ["Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Server.Kestrel.BadRequests"];

    /// <summary>Adds rules that win over all others of the same provider.</summary>
    public static void Guard(LoggerFilterOptions options)
    {
        foreach (var provider in options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToList())
        {
            foreach (var category in Telling)
            {
                var level = LevelOf(options, provider, category);
                options.Rules.Add(new LoggerFilterRule(provider, category, level > LogLevel.Warning ? level : LogLevel.Warning, null));
            }
        }
    }

    /// <summary>What is set for a category: by the longest name it begins with, and of equal ones by the last.</summary>
    private static LogLevel LevelOf(LoggerFilterOptions options, string? provider, string category) =>
        options.Rules
            .Where(rule => rule.ProviderName == provider && category.StartsWith(rule.CategoryName ?? "", StringComparison.OrdinalIgnoreCase))
            .OrderBy(rule => rule.CategoryName?.Length ?? 0)
            .LastOrDefault()?.LogLevel ?? options.MinLevel;
}
