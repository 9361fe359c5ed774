namespace MockMessaging.Http;

/// <summary>
/// Keeps keys out of the log at every log level: two categories of ASP.NET Core log the query of a request or bytes that it could not read, and both may
/// contain a key. <see cref="RequestLog"/> logs requests instead, so the first category is off, which also saves time for each request.
/// </summary>
internal static class LogGuard
{
    private const string Requests = "Microsoft.AspNetCore.Hosting.Diagnostics";
    private const string BadRequests = "Microsoft.AspNetCore.Server.Kestrel.BadRequests";

    /// <summary>Adds rules with priority over all others of the same provider.</summary>
    public static void Guard(LoggerFilterOptions options)
    {
        foreach (var provider in options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToList())
        {
            var level = LevelOf(options, provider, BadRequests);
            options.Rules.Add(new LoggerFilterRule(provider, BadRequests, level > LogLevel.Warning ? level : LogLevel.Warning, null));
            options.Rules.Add(new LoggerFilterRule(provider, Requests, LogLevel.None, null));
        }
    }

    /// <summary>The level of a category: the rule with the longest matching prefix; of several, the last.</summary>
    private static LogLevel LevelOf(LoggerFilterOptions options, string? provider, string category) =>
        options.Rules
            .Where(rule => rule.ProviderName == provider && category.StartsWith(rule.CategoryName ?? "", StringComparison.OrdinalIgnoreCase))
            .OrderBy(rule => rule.CategoryName?.Length ?? 0)
            .LastOrDefault()?.LogLevel ?? options.MinLevel;
}

/// <summary>Allows one log line of a kind every ten seconds, and counts the suppressed ones.</summary>
internal sealed class LogThrottle(TimeProvider host)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private long? _lastAt;
    private int _suppressed;

    /// <param name="suppressed">How many lines were suppressed since the last line that was allowed.</param>
    public bool Allows(out int suppressed)
    {
        lock (_gate)
        {
            suppressed = _suppressed;
            if (_lastAt is { } last && host.GetElapsedTime(last) < Pause)
            {
                _suppressed++;
                return false;
            }

            _lastAt = host.GetTimestamp();
            _suppressed = 0;
            return true;
        }
    }
}
